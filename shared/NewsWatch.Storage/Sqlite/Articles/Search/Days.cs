namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>UTC days counted from 1970.</summary>
internal static class Days
{
    public static DateOnly Of(long days) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)days);
}
