namespace NewsWatch.Formats.Text.Dates;

/// <summary>A date taken apart, and whether its parts make one.</summary>
internal struct DateParts
{
    public DateParts()
    {
    }

    public int Year;
    public int Month = 1;
    public int Day = 1;
    public ClockTime Time;
    public TimeSpan Offset;

    public readonly DateTimeOffset? ToMoment()
    {
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)) return null;
        var ticks = new DateTime(Year, Month, Day).Ticks + Time.Ticks - Offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>Two-digit years by the POSIX pivot.</summary>
    public static int FullYear(int year, int digits) => digits > 2 ? year : year + (year < 69 ? 2000 : 1900);
}
