namespace NewsWatch.Matching.Language;

/// <summary>A fragment that a query was read with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that was read.</param>
public readonly record struct FragmentUse(string Name, int Version);
