using System.Net;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;

namespace NewsWatch.Cli.Editing;

/// <summary>A thing as a file in the user's editor; what is wrong with it is written on top, and the editor opened again.</summary>
/// <param name="name">What it is called in the file's name.</param>
/// <param name="instead">What to type where there is no terminal.</param>
internal sealed class TextEditing<T>(string name, string instead)
    where T : class, IEquatable<T>
{
    /// <summary>The thing as a text.</summary>
    public required Func<T, string> Write { get; init; }

    /// <summary>The thing with what a text says; a <see cref="FormatException"/> says what is wrong.</summary>
    public required Func<string, T, T> Read { get; init; }

    /// <summary>Stores it and answers what was stored.</summary>
    public required Func<T, Task<T?>> Save { get; init; }

    /// <summary>The thing as it was stored, or <see langword="null"/> when nothing was changed.</summary>
    public async Task<T?> EditAsync(T thing, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected) throw new UsageException($"There is no terminal for an editor here: say what to change, such as {instead}.");
        var file = Path.Combine(Directory.CreateTempSubdirectory("newswatch-").FullName, name + ".txt");
        var text = Write(thing);
        var before = text;
        while (true)
        {
            await File.WriteAllTextAsync(file, text, cancellationToken);
            await Editor.OpenAsync(file, cancellationToken);
            text = await File.ReadAllTextAsync(file, cancellationToken);
            // Leaving without a change, or with nothing, is how one gives up; what was written so far is in the file.
            if (text == before || string.IsNullOrWhiteSpace(Comments.Without(text))) break;
            var problem = await TrySaveAsync(thing, text);
            if (problem.Saved is not null || problem.Lines.Count == 0) return Done(file, problem.Saved);
            before = text = Comments.With(text, problem.Lines);
        }

        return Done(file, null);
    }

    private async Task<(T? Saved, IReadOnlyList<string> Lines)> TrySaveAsync(T thing, string text)
    {
        try
        {
            var changed = Read(text, thing);
            return changed.Equals(thing) ? (null, []) : (await Save(changed), []);
        }
        catch (QueryRefusedException e)
        {
            return (null, [.. e.Lines()]);
        }
        catch (ApiException e) when (ExampleRefusal.Lines(e) is { } lines)
        {
            return (null, lines);
        }
        catch (Exception e) when (e is FormatException or ApiException { Status: HttpStatusCode.BadRequest or HttpStatusCode.Conflict })
        {
            return (null, [e.Message]);
        }
        catch (ApiException e) when (e.Status == HttpStatusCode.PreconditionFailed)
        {
            throw new InvalidOperationException($"{e.Message} Your text:\n{Comments.Without(text)}", e);
        }
    }

    private static T? Done(string file, T? saved)
    {
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return saved;
    }
}
