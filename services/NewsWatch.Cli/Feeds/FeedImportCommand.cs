using System.ComponentModel;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Feeds;

/// <summary>Adds the feeds of an OPML file as far as it can be read, and names what was skipped.</summary>
internal sealed class FeedImportCommand : AsyncCommand<FeedImportCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var opml = await ReadAsync(settings.File, cancellationToken);
        using var api = settings.Connect();
        JsonElement answer = default;
        using var content = new ReadOnlyMemoryContent(opml) { Headers = { ContentType = new MediaTypeHeaderValue("text/x-opml") } };
        await LongWork.RunAsync($"Importing {settings.File}", 1, async advance =>
        {
            answer = await api.PostAsync("api/feeds.opml", content, cancellationToken);
            advance.To(1);
        });
        var skipped = answer.GetProperty("skipped").EnumerateArray().ToList();
        if (settings.Json) Screen.Json(answer);
        else Screen.Line($"{answer.GetProperty("imported")} added, {answer.GetProperty("present")} there already, {skipped.Count} skipped");
        foreach (var line in skipped) Terminal.Note($"{settings.File}:{line.GetProperty("line")}: {SafeText.Line(line.GetProperty("message").GetString())}");
        return skipped.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != "-") return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellationToken) : throw new UsageException($"There is no file '{file}'.");
        using var buffer = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("An OPML file, or - for standard input")]
        public required string File { get; init; }
    }
}
