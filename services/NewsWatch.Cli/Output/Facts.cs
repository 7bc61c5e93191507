using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>One thing as lines of a name and what it is: aligned on a terminal, with a tab between elsewhere.</summary>
internal static class Facts
{
    public static void Row(string name, string value)
    {
        if (Screen.IsTerminal) Row(name, new Text(SafeText.Line(value)));
        else Screen.Fields(name, value);
    }

    /// <summary>A row of a terminal.</summary>
    public static void Row(string name, Spectre.Console.Rendering.IRenderable value)
    {
        var grid = new Grid().AddColumn(new GridColumn().Width(9).NoWrap()).AddColumn();
        grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), value);
        Screen.Rich.Write(grid);
    }
}
