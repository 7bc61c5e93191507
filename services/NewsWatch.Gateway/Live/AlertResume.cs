using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>Finds out what listeners missed while they were away.</summary>
internal sealed class AlertResume(IAlertSearch archive)
{
    /// <summary>For a listener that is back.</summary>
    /// <param name="listener">What arrives for it from now on.</param>
    /// <param name="last">The last alert it has.</param>
    /// <param name="topic">What it wants to hear of.</param>
    public CatchUp Begin(LiveListener listener, AlertCursor last, TopicPattern topic) => new(archive, listener, last, topic);
}
