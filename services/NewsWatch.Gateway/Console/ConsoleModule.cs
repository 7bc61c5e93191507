using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using NewsWatch.Gateway.Console.Articles;
using NewsWatch.Gateway.Console.Assets;
using NewsWatch.Gateway.Console.Feeds;
using NewsWatch.Gateway.Console.Fragments;
using NewsWatch.Gateway.Console.Live;
using NewsWatch.Gateway.Console.Operations;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.Gateway.Console.Search;
using NewsWatch.Gateway.Console.SignIn;
using NewsWatch.Gateway.Console.Watches;

namespace NewsWatch.Gateway.Console;

/// <summary>The pages that people use, rendered on the server; scripts only add to them.</summary>
internal static class ConsoleModule
{
    public static void AddConsole(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ConsoleOptions>().BindConfiguration(ConsoleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "newswatch-form";
            forms.FormFieldName = "form-token";
        });
        services.KeepKeysIn(Path.Combine(builder.Configuration["NewsWatch:Data"] ?? "data", "keys"));
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Else every letter that is not Latin would take eight bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"]);
        services.AddSingleton<AssetCatalogue>();
        services.AddSingleton<AlertHtml>();
        services.AddSingleton(typeof(RecentlyRemoved<>));
        services.AddExceptionHandler<ConsoleProblems>();
    }

    public static void MapConsole(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(NoSuchPage.AnswerAsync);
        app.MapAssets();
        var pages = app.MapGroup("").WithMetadata(new ConsolePage()).ExcludeFromDescription().AddEndpointFilter(PageHeaders.AddAsync).AddEndpointFilter(FormGuard.CheckAsync);
        pages.MapSignIn();
        pages.MapLive();
        pages.MapArticle();
        pages.MapSimilar();
        pages.MapSearch();
        pages.MapWatchList();
        pages.MapWatchPage();
        pages.MapWatchEditor();
        pages.MapWatchActions();
        pages.MapFragmentList();
        pages.MapFragmentEditor();
        pages.MapFragmentActions();
        pages.MapFeedList();
        pages.MapFeedPage();
        pages.MapSystemPage();
    }

    /// <summary>Forms stay good over a restart where their keys can be kept; where nothing can be written, they are good until then.</summary>
    private static void KeepKeysIn(this IServiceCollection services, string folder)
    {
        var protection = services.AddDataProtection().SetApplicationName("newswatch");
        try
        {
            protection.PersistKeysToFileSystem(Directory.CreateDirectory(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        }
    }
}
