using System.Globalization;
using System.Text;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>Gathers conditions of a statement and their parameters; a bare <c>$</c> in a condition is the next parameter.</summary>
internal sealed class SqliteConditions(params IEnumerable<object?> before)
{
    private readonly StringBuilder _sql = new();
    private readonly List<object?> _values = [.. before];

    public object?[] Values => [.. _values];

    public void Add(string condition, params ReadOnlySpan<object?> values)
    {
        _sql.Append(_sql.Length == 0 ? " WHERE " : " AND ");
        Append(condition, values);
    }

    /// <summary>A limit clause.</summary>
    public string Limit(int count)
    {
        _values.Add(count);
        return string.Create(CultureInfo.InvariantCulture, $" LIMIT ${_values.Count}");
    }

    public override string ToString() => _sql.ToString();

    private void Append(string condition, ReadOnlySpan<object?> values)
    {
        foreach (var c in condition)
        {
            _sql.Append(c);
            if (c != '$') continue;
            _values.Add(values[0]);
            values = values[1..];
            _sql.Append(CultureInfo.InvariantCulture, $"{_values.Count}");
        }
    }
}
