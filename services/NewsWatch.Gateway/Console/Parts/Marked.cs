using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace NewsWatch.Gateway.Console.Parts;

/// <summary>Text with its marked places. Not a template: no white space may come between the pieces.</summary>
public sealed class Marked : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<Piece> Pieces { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in Pieces)
        {
            if (!piece.IsMarked)
            {
                builder.AddContent(0, piece.Text);
                continue;
            }

            builder.OpenElement(1, "mark");
            builder.AddContent(2, piece.Text);
            builder.CloseElement();
        }
    }
}
