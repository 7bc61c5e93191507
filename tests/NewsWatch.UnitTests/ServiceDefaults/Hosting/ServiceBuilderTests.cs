using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using NewsWatch.ServiceDefaults.Hosting;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Hosting;

/// <summary>What every process is built with.</summary>
public sealed class ServiceBuilderTests
{
    [Fact]
    public void The_folder_it_is_started_in_is_not_watched()
    {
        var files = ((IConfigurationBuilder)ServiceBuilder.Create("newswatch-test", []).Configuration).Sources.OfType<JsonConfigurationSource>().ToList();

        Assert.Contains(files, file => file.Path == "appsettings.json");
        Assert.DoesNotContain(files, file => file.ReloadOnChange);
    }

    [Fact]
    public void What_the_command_line_says_counts() =>
        Assert.Equal("/srv/news", ServiceBuilder.Create("newswatch-test", ["--NewsWatch:Data", "/srv/news"]).Configuration["NewsWatch:Data"]);
}
