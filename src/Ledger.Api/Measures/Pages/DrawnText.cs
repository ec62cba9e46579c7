using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Ledger.Api.Measures.Pages;

/// <summary>Words in a drawing, centred on their height. (Razor keeps the element's name, <c>text</c>, for itself.)</summary>
public sealed class DrawnText : ComponentBase
{
    [Parameter, EditorRequired]
    public string X { get; set; } = "";

    [Parameter, EditorRequired]
    public string Y { get; set; } = "";

    [Parameter, EditorRequired]
    public string Anchor { get; set; } = "";

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    public string Class { get; set; } = "tick";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddAttribute(5, "dominant-baseline", "central");
        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}
