using System.Globalization;

namespace Advocacy.Drops;

/// <summary>Which fields of a form a drop's defects are about.</summary>
public static class DropFaults
{
    /// <summary>The drop's fields and the form's.</summary>
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["url"] = "url",
        ["title"] = "title",
        ["summary"] = "summary",
        ["image"] = "image",
        ["topics"] = "topics",
        ["language"] = "language",
        ["expiresAt"] = "expires",
        ["wantedReach"] = "reach",
        ["forUnits"] = "units",
    };

    /// <summary>The ids of the wrong fields, in the form's order; <c>form</c> stands for what has no field.</summary>
    /// <param name="defects">Sentences that begin with the JSON pointer of their place.</param>
    /// <param name="rows">See <see cref="DropEntry.FilledRows"/>.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> defects, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(defects);
        return [.. defects.Select(defect => FieldOf(defect.Split(' ', 2)[0].Split('/'), rows)).Distinct()];
    }

    private static string FieldOf(string[] path, IReadOnlyList<int> rows) =>
        path switch
        {
            ["", "shareTexts", var index, ..]
                when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    && at < rows.Count => string.Create(CultureInfo.InvariantCulture, $"text-{rows[at]}"),
            ["", var field, ..] when s_fields.TryGetValue(field, out var id) => id,
            _ => "form",
        };
}
