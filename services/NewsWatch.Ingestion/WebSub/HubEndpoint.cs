using System.Globalization;
using NewsWatch.Contracts;
using NewsWatch.Formats.Feeds;
using NewsWatch.Ingestion.Feeds;
using NewsWatch.Ingestion.Intake;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.WebSub;

/// <summary><c>/websub/{feed}/{key}</c>: hubs ask whether a subscription is meant, and bring what is new. Any instance answers; the store knows.</summary>
internal static class HubEndpoint
{
    private const int MostBytes = 10 * 1024 * 1024;

    public static void MapWebSub(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(HubCallback.Route, VerifyAsync).ExcludeFromDescription();
        routes.MapPost(HubCallback.Route, ReceiveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> VerifyAsync(
        string feed, string key, HttpRequest request, IFeedStateStore states, TimeProvider clock, ILogger<HubSubscriber> logger, CancellationToken cancellationToken)
    {
        string Parameter(string name) => request.Query[name].ToString();
        var (mode, topic) = (Parameter("hub.mode"), Parameter("hub.topic"));
        var known = Known((await states.GetAsync([feed], cancellationToken)).GetValueOrDefault(feed), key);
        if (mode == "denied" && known?.Topic == topic)
        {
            var reason = Parameter("hub.reason") is { Length: > 0 } given ? $"The hub refuses: {given}" : "The hub refuses.";
            logger.HubRefused(topic, known.Hub, reason);
            await states.AmendHubAsync(feed, hub => hub.Secret == known.Secret ? hub with { Until = null, Error = reason } : null, cancellationToken);
            return Results.Ok();
        }

        // Whoever asks to end what we do not hold may have it ended.
        if (mode == "unsubscribe" && known?.Topic != topic) return Results.Text(Parameter("hub.challenge"));
        if (mode != "subscribe" || known is not { Asked: not null } || known.Topic != topic) return Results.NotFound();
        if (!long.TryParse(Parameter("hub.lease_seconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 31_536_000) seconds = 86_400;
        var until = clock.GetUtcNow().AddSeconds(seconds);
        await states.AmendHubAsync(feed, hub => hub.Secret == known.Secret ? hub with { Until = until, Error = null } : null, cancellationToken);
        logger.HubSubscribed(topic, known.Hub, until);
        return Results.Text(Parameter("hub.challenge"));
    }

    private static async Task<IResult> ReceiveAsync(
        string feed, string key, HttpContext http, FeedList list, IFeedStateStore states, IArticleIntake intake, TimeProvider clock, ILogger<HubSubscriber> logger, CancellationToken cancellationToken)
    {
        var state = (await states.GetAsync([feed], cancellationToken)).GetValueOrDefault(feed);
        // 410 tells the hub to stop: the feed was removed or is paused, or the subscription is an old one.
        if (state is null || Known(state, key) is not { } hub || list.Find(feed) is not { } subscribed) return Results.StatusCode(StatusCodes.Status410Gone);
        if (await ReadAsync(http.Request, cancellationToken) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!HubSignature.IsValid(http.Request.Headers["X-Hub-Signature"], body, hub.Secret))
        {
            // The protocol has it acknowledged and ignored: who guesses learns nothing.
            IngestionTelemetry.Announcements.Add(1, new KeyValuePair<string, object?>("outcome", "forged"));
            logger.AnnouncementForged(subscribed.Title ?? subscribed.Url);
            return Results.Accepted();
        }

        try
        {
            await TakeAsync(subscribed, state, body, http.Request.ContentType, intake, clock, cancellationToken);
        }
        catch (Exception e) when (e is BrokerUnavailableException or IntakeBusyException)
        {
            // The poll that follows brings it.
            logger.PollWaits(feed, e.Message);
        }

        IngestionTelemetry.Announcements.Add(1, new KeyValuePair<string, object?>("outcome", "taken"));
        await states.MakeDueAsync(feed, clock.GetUtcNow(), cancellationToken);
        return Results.Accepted();
    }

    private static HubSubscription? Known(FeedState? state, string key) => state?.Hub is { } hub && HubCallback.IsOf(hub, key) ? hub : null;

    /// <summary>Publishes at once what needs no page; the poll that follows does the rest, and finds this known.</summary>
    private static async Task TakeAsync(Feed feed, FeedState state, byte[] body, string? contentType, IArticleIntake intake, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            var document = FeedParser.Parse(body, contentType, state.MovedTo ?? feed.Url);
            var items = FeedItems.Sort(document with { Title = document.Title ?? state.Title }, feed, state, first: false, clock.GetUtcNow());
            if (items.Ready.Count > 0) await intake.AcceptAsync(items.Ready, IntakeOrigin.Feed, cancellationToken: cancellationToken);
        }
        catch (FeedFormatException)
        {
            // Some hubs only knock.
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var chunk = new byte[65_536];
        while (await request.Body.ReadAsync(chunk, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > MostBytes) return null;
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}
