namespace NewsWatch.Matching.Language.Fragments;

/// <summary>Knows the fragments that queries may refer to.</summary>
public interface IFragmentSource
{
    /// <summary>The current version of a fragment, or <see langword="null"/> when there is none of that name.</summary>
    /// <param name="name">In lower case, without the <c>@</c>.</param>
    Fragment? Find(string name);
}
