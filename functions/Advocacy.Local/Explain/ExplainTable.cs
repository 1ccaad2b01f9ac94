using System.Globalization;
using Advocacy.Content;
using Advocacy.Digests.Spread;
using Spectre.Console;

namespace Advocacy.Local.Explain;

/// <summary>Prints an explanation for a person.</summary>
internal static class ExplainTable
{
    private const int WidthOfPipe = 120;
    private const int LongestTitle = 44;

    public static void Write(IAnsiConsole console, SpreadExplanation explanation)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfPipe;
        }
        var person = explanation.Person;
        console.WriteLine();
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{person.Name}, {person.Unit}: {person.Archetype}; {Listed(person.Topics, "any topic")}; reads {Reads(person)}"
            )
        );
        console.WriteLine(ExplainWords.Of(explanation));
        var table = new Table().Border(TableBorder.Rounded).Title($"Week {explanation.EditionId}");
        table.AddColumn("Post").AddColumn("Published").AddColumn("Offered").AddColumn("Why");
        foreach (var post in explanation.Posts)
        {
            table.AddRow(
                new Text(Short(post.Post.Title)),
                new Text(post.Post.PublishedAt.ToString("d MMM", CultureInfo.InvariantCulture)),
                new Text(post.Text is null ? "no" : "yes"),
                new Text(ExplainWords.Of(post, explanation))
            );
        }
        console.Write(table);
        if (explanation.TooOld > 0)
        {
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{explanation.TooOld} more posts are too old for anybody (Advocacy:Digests:OldestPostDays)."
                )
            );
        }
    }

    private static string Reads(People.Employee person) =>
        person.ReadsLanguages.Count > 0 ? string.Join(", ", person.ReadsLanguages)
        : person.Language == "en" ? "en"
        : $"{person.Language}, en";

    private static string Listed(IReadOnlyList<string> words, string none) =>
        words.Count == 0 ? none : "follows " + string.Join(", ", words);

    private static string Short(string title) => PlainText.Cut(title, LongestTitle);
}
