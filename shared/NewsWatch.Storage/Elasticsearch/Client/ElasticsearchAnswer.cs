using System.Globalization;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>A server's answer.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer at all.</param>
/// <param name="Body">The body.</param>
/// <param name="Failure">Why there was no answer.</param>
internal sealed record ElasticsearchAnswer(int Status, ReadOnlyMemory<byte> Body, Exception? Failure)
{
    /// <summary>What the server calls a refusal because an index takes no writes for now.</summary>
    public const string Blocked = "cluster_block_exception";

    /// <summary>How often the call was made; from the second time on an earlier one may have arrived although its answer did not.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether the call did what it asked for.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>Whether the same call may succeed later: no answer, too busy, or trouble on the server's side, or an index that takes no writes for a moment.</summary>
    public bool MayComeLater => Status is 0 or 408 or 429 or >= 500 || (Status == 403 && Body.Span.IndexOf("\"cluster_block_exception\""u8) >= 0);

    /// <summary>Whether the server could not prove who it is.</summary>
    public bool Untrusted
    {
        get
        {
            for (var error = Failure; error is not null; error = error.InnerException)
            {
                if (error is AuthenticationException) return true;
            }

            return false;
        }
    }

    /// <summary>The body as JSON.</summary>
    public JsonDocument Json() => JsonDocument.Parse(Body);

    /// <summary>What the server says is wrong.</summary>
    public string Reason()
    {
        if (Failure is not null) return Failure.InnerException?.Message ?? Failure.Message;
        try
        {
            using var json = Json();
            if (json.RootElement.TryGetProperty("error", out var error)) return error.ValueKind == JsonValueKind.String ? error.GetString()! : error.GetProperty("reason").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not Elasticsearch's own words, then; a proxy's perhaps.
        }

        return string.Create(CultureInfo.InvariantCulture, $"status {Status} {Encoding.UTF8.GetString(Body.Span[..Math.Min(200, Body.Length)])}");
    }
}
