using Microsoft.AspNetCore.Components;

namespace Advocacy.Programme.Setup;

/// <summary>One field of a form: what was entered where the form came back, else what holds.</summary>
public abstract class SetupField : SetupPart
{
    /// <summary>The form's <see cref="ProgrammeActs"/>.</summary>
    [Parameter, EditorRequired]
    public required string Act { get; set; }

    /// <summary>Of the field, within its form.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    private EnteredForm? Entered => Page.Wrong is { } wrong && wrong.Act == Act ? wrong : null;

    private protected string IdOf(string name) => $"{Act}-{name}";

    private protected string ValueOf(string name, string otherwise) =>
        Entered is null ? otherwise : Entered.Values.GetValueOrDefault(name, "");

    private protected FormFault? FaultOf(string name) =>
        Entered is not null && Entered.Faults.TryGetValue(name, out var fault) ? fault : null;

    /// <summary>The ids of what explains a field; <c>null</c> for nothing.</summary>
    private protected string? DescribedBy(string name)
    {
        var ids = new[]
        {
            FaultOf(name) is null ? null : $"{IdOf(name)}-fault",
            Hint is null ? null : $"{IdOf(Name)}-hint",
        };
        return string.Join(' ', ids.OfType<string>()) is { Length: > 0 } all ? all : null;
    }
}
