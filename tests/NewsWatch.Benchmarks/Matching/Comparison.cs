namespace NewsWatch.Benchmarks.Matching;

/// <summary>What came out for one number of phrases.</summary>
internal sealed record Comparison(int Phrases, double ArticlesPerSecond, double MegabytesPerSecond, double Ratio, double BuildSeconds, double BytesEach, long Hits, int Articles)
{
    public double PeerMegabytesPerSecond { get; init; }

    public double PeerBuildSeconds { get; init; }

    public int PeerArticles { get; init; }

    /// <summary>Runs both sides in turn, round by round.</summary>
    public static Comparison Run(int phrases, string[] texts, HyperscanPeer? peer, int rounds)
    {
        var bytes = texts.Sum(text => (double)text.Length);
        var matcher = new PhraseMatcher(BenchData.Phrases(phrases));
        WarmUp.Run(() => matcher.Round(texts));
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(matcher.Round(texts));
            if (peer is not null) theirs.Add(peer.Round());
        }

        var seconds = Statistics.Undisturbed(ours);
        var peerSeconds = peer is null ? double.NaN : Statistics.Undisturbed(theirs);
        return new Comparison(phrases, texts.Length / seconds, bytes / 1e6 / seconds, peerSeconds / seconds, matcher.BuildSeconds, matcher.BytesEach, matcher.Hits, matcher.Articles)
        {
            PeerMegabytesPerSecond = bytes / 1e6 / peerSeconds,
            PeerBuildSeconds = peer?.BuildSeconds ?? double.NaN,
            PeerArticles = peer?.Articles ?? 0,
        };
    }
}
