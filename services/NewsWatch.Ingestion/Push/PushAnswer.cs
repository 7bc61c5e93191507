using System.Text.Json.Serialization;
using NewsWatch.Ingestion.Intake;

namespace NewsWatch.Ingestion.Push;

/// <summary>An article as it is sent; for the API's description.</summary>
public sealed record PushArticle(
    string? Title, string? Body, string? Url, string? Summary, string? Source, string[]? Author, string[]? Tag, string? Lang, DateTimeOffset? Published, string? Guid);

/// <summary>What became of a push.</summary>
public sealed record PushAnswer(int Accepted, IReadOnlyList<PushRejection> Rejected, IReadOnlyList<PushedResult> Articles)
{
    /// <summary>Whether they were taken as old material, which raises no alerts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Backfill { get; init; }

    /// <summary>Joins what could not be read with what the intake said of the rest; <paramref name="sent"/> holds the positions of the latter.</summary>
    public static PushAnswer From(IReadOnlyList<DraftOrError> read, List<int> sent, IReadOnlyList<IntakeResult> results)
    {
        var unreadable = read.Select((item, index) => (item, index)).Where(x => x.item.Error is not null).Select(x => new PushRejection(x.index, x.item.Error!));
        var refused = results.Select((result, i) => (result, index: sent[i])).Where(x => x.result.Outcome == IntakeOutcome.Rejected).Select(x => new PushRejection(x.index, x.result.Error!));
        var taken = results.Select((result, i) => (result, index: sent[i])).Where(x => x.result.Outcome != IntakeOutcome.Rejected)
            .Select(x => new PushedResult(x.index, x.result.Id!, x.result.Revision, IngestionTelemetry.NameOf(x.result.Outcome))).ToList();
        return new PushAnswer(taken.Count, [.. unreadable.Concat(refused).OrderBy(r => r.Index)], taken);
    }
}

public sealed record PushRejection(int Index, string Error);

public sealed record PushedResult(int Index, string Id, int Revision, string Outcome);
