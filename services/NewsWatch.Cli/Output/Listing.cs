using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsWatch.Cli.Output;

/// <summary>Rows of named columns: a table on a terminal, tab-separated lines without a header elsewhere.</summary>
internal sealed class Listing(params string[] columns)
{
    private readonly List<Cell[]> _rows = [];

    public void Add(params Cell[] row) => _rows.Add(row);

    public void Write()
    {
        if (Screen.IsTerminal) Screen.Rich.Write(Table());
        else _rows.ForEach(row => Screen.Fields(row.Select(cell => cell.Plain)));
    }

    private Table Table()
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        foreach (var row in _rows) table.AddRow(row.Select(cell => cell.Rich));
        return table;
    }
}

/// <summary>A cell as programs read it and as people see it.</summary>
internal readonly record struct Cell(string Plain, IRenderable Rich)
{
    public static implicit operator Cell(string? text) => new(text ?? "", new Text(SafeText.Line(text)));

    public static Cell In(string? text, Color colour) => new(text ?? "", new Text(SafeText.Line(text), new Style(colour)));

    public static Cell Dim(string? text) => new(text ?? "", new Text(SafeText.Line(text), new Style(decoration: Decoration.Dim)));

    public static Cell Of(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
