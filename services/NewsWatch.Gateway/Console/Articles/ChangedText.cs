using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace NewsWatch.Gateway.Console.Articles;

/// <summary>A changed paragraph: what went and what came.</summary>
public sealed class ChangedText : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<ChangedPiece> Pieces { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in Pieces)
        {
            if (piece.Kind == ChangeKind.Same)
            {
                builder.AddContent(0, piece.Text);
                continue;
            }

            builder.OpenElement(1, piece.Kind == ChangeKind.Added ? "ins" : "del");
            builder.AddContent(2, piece.Text);
            builder.CloseElement();
        }
    }
}
