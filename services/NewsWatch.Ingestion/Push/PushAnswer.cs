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

    /// <summary>Joins what could not be read with what the intake said of the rest, in their order.</summary>
    public static PushAnswer From(IReadOnlyList<DraftOrError> read, IReadOnlyList<IntakeResult> results)
    {
        var rejected = new List<PushRejection>();
        var taken = new List<PushedResult>(results.Count);
        var next = 0;
        for (var index = 0; index < read.Count; index++)
        {
            var result = read[index].Error is { } error ? new IntakeResult(IntakeOutcome.Rejected, Error: error) : results[next++];
            if (result.Outcome == IntakeOutcome.Rejected) rejected.Add(new(index, result.Error!));
            else taken.Add(new(index, result.Id!, result.Revision, IngestionTelemetry.NameOf(result.Outcome)));
        }

        return new PushAnswer(taken.Count, rejected, taken);
    }
}

public sealed record PushRejection(int Index, string Error);

public sealed record PushedResult(int Index, string Id, int Revision, string Outcome);
