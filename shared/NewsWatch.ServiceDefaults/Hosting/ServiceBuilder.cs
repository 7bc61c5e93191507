using Microsoft.AspNetCore.Builder;

namespace NewsWatch.ServiceDefaults.Hosting;

/// <summary>What every NewsWatch process is built with.</summary>
public static class ServiceBuilder
{
    /// <summary>A builder with the defaults of <see cref="ServiceDefaultsModule"/>; settings come from <c>appsettings.json</c>, the environment and <paramref name="args"/>, and are read once.</summary>
    /// <remarks>
    /// Left to itself a builder goes on watching for changed settings: the folder that it is started in and all folders below, its own data among them. Started in <c>/</c> it was
    /// ready after three to five seconds, with 42,000 folders watched, and without that after one (2026-11); and the system has an end of what may be watched.
    /// </remarks>
    /// <param name="serviceName">Name in traces, metrics and logs, e.g. <c>newswatch-indexer</c>.</param>
    /// <param name="args">The process's command line.</param>
    public static WebApplicationBuilder Create(string serviceName, string[] args) =>
        WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange", "false", .. args]).AddServiceDefaults(serviceName);
}
