using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Live;

/// <summary>What a listener wants to hear.</summary>
internal readonly record struct StreamFilter(TopicPattern Topic, string? Watch)
{
    public bool Takes(AlertRaised alert) => (string.IsNullOrEmpty(Watch) || alert.Watch.Id == Watch) && Topic.Matches(alert.Topic);
}
