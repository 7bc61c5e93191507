namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>A file's schema as the steps that lead to it; SQLite's <c>user_version</c> counts the steps already taken.</summary>
internal sealed class SqliteSchema(params string[] steps)
{
    /// <summary>The version that the last step leads to.</summary>
    public int Version => steps.Length;

    /// <summary>Takes the missing steps in one transaction, so that readers see all or nothing.</summary>
    public void Upgrade(SqliteSession session, string path)
    {
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var found = (int)session.Count("PRAGMA user_version");
            Check(found, path);
            foreach (var step in steps[found..]) session.Execute(step);
            if (found < Version) session.Execute(FormattableString.Invariant($"PRAGMA user_version = {Version}"));
            session.Execute("COMMIT");
        }
        catch
        {
            session.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>Refuses a file that this program cannot read.</summary>
    public void Check(int found, string path)
    {
        if (found > Version) throw new StoreUnavailableException($"{path} was written by a newer NewsWatch (schema {found}, this one knows {Version}): run that one.");
    }
}
