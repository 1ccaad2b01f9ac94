using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Tone;

/// <summary>The texts of ToneStrings.resx.</summary>
internal static class ToneStrings
{
    internal static readonly ResourceManager All = new(typeof(ToneStrings));

    private static readonly PageTexts s_danish = new(All, "da");
    private static readonly PageTexts s_english = new(All, "en");

    public static PageTexts For(string language) => language == "da" ? s_danish : s_english;

    /// <summary>A reason in both languages.</summary>
    /// <param name="rule">The policy's.</param>
    /// <param name="text">The key of its sentence.</param>
    /// <param name="wayOut">One of <see cref="WaysOut.All"/>.</param>
    /// <param name="values">What the sentence takes; a <see cref="Both"/> is given in the sentence's own language.</param>
    public static ToneReason Reason(string rule, string text, string wayOut, params object?[] values) =>
        new(rule, s_english.With(text, [.. values.Select(value => value is Both both ? both.En : value)]))
        {
            MessageDa = s_danish.With(text, [.. values.Select(value => value is Both both ? both.Da : value)]),
            WayOut = wayOut,
        };

    /// <summary>The same about a place.</summary>
    public static ToneReason At(this ToneReason reason, TonePart part, FoundText found) =>
        reason with
        {
            Quote = found.Text,
            Field = part.Field,
            Offset = found.Offset,
            Length = found.Text.Length,
        };

    /// <summary>A value that differs by language.</summary>
    internal sealed record Both(string Da, string En);
}
