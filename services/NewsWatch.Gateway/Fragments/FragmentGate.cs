using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Fragments;

/// <summary>For changes of fragments and of what names them, such as a watch that names a fragment and the removal of that fragment.</summary>
internal sealed class FragmentGate : ChangeGate
{
    /// <summary>The same for a watch, which does not wait where it names no fragment.</summary>
    public async Task<IDisposable?> EnterForAsync(string? query, CancellationToken cancellationToken) =>
        FragmentNames.MayBeIn(query) ? await EnterAsync(cancellationToken) : null;
}
