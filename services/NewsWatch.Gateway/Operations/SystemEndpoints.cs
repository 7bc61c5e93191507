using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Messaging.Errors;

namespace NewsWatch.Gateway.Operations;

/// <summary><c>/api/system</c> and <c>/api/errors</c>: what an operator asks.</summary>
internal static class SystemEndpoints
{
    private const int MostListed = 100;

    public static void MapSystem(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/system", async (SystemReport report, CancellationToken token) => Results.Ok(await report.AskAsync(token))).WithName("GetSystem").WithTags("System")
            .WithSummary("State of every part, queue lengths, and what came in lately.").Produces<SystemState>();
        var errors = routes.MapGroup("/api/errors").WithTags("System");
        errors.MapGet("/", ListAsync).WithName("ListErrors").WithSummary("Messages that were put aside because they could not be handled, with the reason.")
            .Produces<IReadOnlyList<FailedMessage>>().ProducesProblem(StatusCodes.Status404NotFound);
        errors.MapPost("/{queue}/replay", (string queue, IErrorQueues queues, CancellationToken token) => ReplayAsync(queue, null, queues, token))
            .WithName("ReplayErrors").WithSummary("Gives every message back to the queue that it failed in.")
            .Produces<ReplayAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        errors.MapPost("/{queue}/{id}/replay", (string queue, string id, IErrorQueues queues, CancellationToken token) => ReplayAsync(queue, id, queues, token))
            .WithName("ReplayError").WithSummary("Gives one message back to the queue that it failed in.")
            .Produces<ReplayAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        errors.MapDelete("/{queue}/{id}", DiscardAsync).WithName("DiscardError").WithSummary("Drops a message for good.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(string? queue, int? limit, IErrorQueues queues, CancellationToken cancellationToken)
    {
        if (queue is not null && !Queues.Durable.Contains(queue)) return NoSuchQueue(queue);
        if (limit is < 1 or > 1_000) return ApiProblems.Bad($"'limit' is 1 to 1000, not {limit}.");
        var messages = new List<FailedMessage>();
        foreach (var name in queue is null ? Queues.Durable : [queue]) messages.AddRange(await queues.ListAsync(name, limit ?? MostListed, cancellationToken));
        return Results.Ok(messages);
    }

    private static async Task<IResult> ReplayAsync(string queue, string? id, IErrorQueues queues, CancellationToken cancellationToken)
    {
        if (!Queues.Durable.Contains(queue)) return NoSuchQueue(queue);
        var replayed = await queues.ReplayAsync(queue, id, cancellationToken);
        return replayed > 0 || id is null ? Results.Ok(new ReplayAnswer(replayed)) : NoSuchMessage(queue, id);
    }

    private static async Task<IResult> DiscardAsync(string queue, string id, IErrorQueues queues, CancellationToken cancellationToken) =>
        !Queues.Durable.Contains(queue) ? NoSuchQueue(queue)
        : await queues.DiscardAsync(queue, id, cancellationToken) ? Results.NoContent()
        : NoSuchMessage(queue, id);

    private static IResult NoSuchQueue(string queue) => ApiProblems.NotFound($"There is no queue '{queue}'; there are {string.Join(", ", Queues.Durable)}.");

    private static IResult NoSuchMessage(string queue, string id) => ApiProblems.NotFound($"No message '{id}' was put aside from {queue}: it was replayed or dropped already.");
}

/// <param name="Replayed">How many messages were given back.</param>
public sealed record ReplayAnswer(int Replayed);
