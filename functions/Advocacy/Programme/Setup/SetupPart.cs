using System.Globalization;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Components;

namespace Advocacy.Programme.Setup;

/// <summary>One part of the page of the programme.</summary>
public abstract class SetupPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required ProgrammeView Page { get; set; }

    private protected PageTexts Texts => SetupStrings.For(Page.Language);

    private protected string Day(DateOnly date) =>
        date.ToString(Texts.Culture.TwoLetterISOLanguageName == "da" ? "d. MMMM yyyy" : "d MMMM yyyy", Texts.Culture);

    /// <summary>As a field of a form takes it.</summary>
    private protected static string Written(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <inheritdoc cref="Written(int?)"/>
    private protected static string Written(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
