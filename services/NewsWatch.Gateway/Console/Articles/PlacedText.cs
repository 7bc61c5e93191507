using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace NewsWatch.Gateway.Console.Articles;

/// <summary>A paragraph with its marks. Not a template: no white space may come between the pieces.</summary>
public sealed class PlacedText : ComponentBase
{
    /// <summary>Colours there are to tell watches apart.</summary>
    private const int Colours = 4;

    [Parameter, EditorRequired]
    public IReadOnlyList<PlacedPiece> Pieces { get; set; } = [];

    /// <summary>The names of the watches.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Watches { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in Pieces)
        {
            if (piece.Watches.Count == 0)
            {
                builder.AddContent(0, piece.Text);
                continue;
            }

            builder.OpenElement(1, "mark");
            if (piece.Number > 0) builder.AddAttribute(2, "id", "match-" + piece.Number.ToString(CultureInfo.InvariantCulture));
            builder.AddAttribute(3, "class", "watch-" + (piece.Watches[0] % Colours + 1).ToString(CultureInfo.InvariantCulture));
            builder.AddAttribute(4, "title", string.Join(", ", piece.Watches.Select(w => Watches[w])));
            builder.AddContent(5, piece.Text);
            builder.CloseElement();
        }
    }
}
