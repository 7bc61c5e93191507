using System.Globalization;

namespace NewsWatch.Storage;

/// <summary>Says the same about a version conflict in every store.</summary>
internal static class VersionConflicts
{
    /// <summary>The exception for a document that is not in the version that a caller expected.</summary>
    public static VersionConflictException Of(string noun, string id, int expected, int? current) => new(
        (expected, current) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"The {noun} '{id}' exists already, in version {current}: read it, and send the change with that version."),
            (_, null) => $"The {noun} '{id}' does not exist any more: somebody removed it.",
            _ => string.Create(CultureInfo.InvariantCulture, $"The {noun} '{id}' is in version {current}, not {expected}: somebody edited it; read it again and repeat the change."),
        },
        current);
}
