namespace NewsWatch.Gateway.Feeds;

/// <summary>A feed of that address is there already.</summary>
internal sealed class FeedPresentException(string url, string id) : Exception($"The feed {url} is there already as '{id}'.")
{
    /// <summary>Its id.</summary>
    public string Id => id;
}
