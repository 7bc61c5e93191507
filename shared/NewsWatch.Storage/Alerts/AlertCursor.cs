using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Storage.Alerts;

/// <summary>An alert's place in the order of alerts: when it was raised, then its id. Printed as <c>milliseconds-id</c>.</summary>
/// <param name="Raised">When, to the millisecond, UTC.</param>
/// <param name="Id">The alert.</param>
public readonly record struct AlertCursor(DateTimeOffset Raised, string Id)
{
    /// <summary>The cursor of an alert.</summary>
    public static AlertCursor Of(AlertRaised alert) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(alert.Raised.ToUnixTimeMilliseconds()), alert.Id);

    /// <summary>Reads a printed cursor.</summary>
    /// <exception cref="InvalidCursorException">It is none.</exception>
    public static AlertCursor Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < 253_402_300_800_000
            && DerivedId.IsWellFormed(text[(dash + 1)..]))
        {
            return new AlertCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), text[(dash + 1)..]);
        }

        throw new InvalidCursorException($"'{text}' is not a cursor of the alert list: use the 'next' of a page, or the 'id' of a stream event, unchanged.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Raised.ToUnixTimeMilliseconds()}-{Id}");
}
