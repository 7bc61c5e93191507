using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Text.Charsets;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect language</c>: the language of a text, or of each line of JSON lines.</summary>
internal sealed class InspectLanguage(IDocumentSource source, ILanguageSource language)
{
    /// <summary>Writes one line for each line of <c>.jsonl</c> input, else one for the whole.</summary>
    /// <returns>How many could not be read.</returns>
    public async Task<int> RunAsync(string argument, TextWriter output, CancellationToken cancellation = default)
    {
        InspectedDocument document;
        try
        {
            document = await source.ReadAsync(argument, cancellation);
        }
        catch (IOException e)
        {
            InspectJson.WriteLine(output, new { lang = (string?)null, error = e.Message });
            return 1;
        }

        var failed = 0;
        foreach (var line in TextLines.Of(argument, CharsetDecoder.Decode(document.Bytes).Text))
        {
            if (line.Error is not null) failed++;
            Write(line, output);
        }

        return failed;
    }

    private void Write(TextLine line, TextWriter output)
    {
        if (line.Error is not null) InspectJson.WriteLine(output, new { id = line.Id, lang = (string?)null, error = line.Error });
        else if (line.Id is { } id) InspectJson.WriteLine(output, new { id, lang = language.Detect(line.Text) });
        else InspectJson.WriteLine(output, new { lang = language.Detect(line.Text) });
    }
}
