using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Watches.Editing;

/// <summary>A watch as a file in the user's editor; what is wrong with it is written on top, and the editor opened again.</summary>
internal sealed class WatchEditor(Func<Watch, Task<Watch?>> save)
{
    /// <summary>The watch as it was stored, or <see langword="null"/> when nothing was changed.</summary>
    public async Task<Watch?> EditAsync(Watch watch, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected) throw new UsageException("There is no terminal for an editor here: say what to change, such as --query QUERY, --topic TOPIC or --pause.");
        var file = Path.Combine(Directory.CreateTempSubdirectory("newswatch-").FullName, "watch.txt");
        var text = WatchText.Write(watch, []);
        var before = text;
        while (true)
        {
            await File.WriteAllTextAsync(file, text, cancellationToken);
            await Editor.OpenAsync(file, cancellationToken);
            text = await File.ReadAllTextAsync(file, cancellationToken);
            // Leaving without a change, or with nothing, is how one gives up; what was written so far is in the file.
            if (text == before || string.IsNullOrWhiteSpace(WatchText.WithoutComments(text))) break;
            var problem = await TrySaveAsync(watch, text);
            if (problem.Saved is not null || problem.Lines.Count == 0) return Done(file, problem.Saved);
            before = text = WatchText.WithComments(text, problem.Lines);
        }

        return Done(file, null);
    }

    private async Task<(Watch? Saved, IReadOnlyList<string> Lines)> TrySaveAsync(Watch watch, string text)
    {
        try
        {
            var changed = WatchText.Read(text, watch);
            return changed == watch ? (null, []) : (await save(changed), []);
        }
        catch (QueryRefusedException e)
        {
            return (null, [.. e.Lines()]);
        }
        catch (Exception e) when (e is FormatException or ApiException { Status: System.Net.HttpStatusCode.BadRequest })
        {
            return (null, [e.Message]);
        }
        catch (ApiException e) when (e.Status == System.Net.HttpStatusCode.PreconditionFailed)
        {
            throw new InvalidOperationException($"{e.Message} Your text:\n{WatchText.WithoutComments(text)}", e);
        }
    }

    private static Watch? Done(string file, Watch? saved)
    {
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return saved;
    }
}
