using System.Globalization;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Local.Weeks;
using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Benchmarks;

/// <summary>A roster and a week's posts, the same for the same size.</summary>
internal static class GeneratedCompany
{
    private const int Posts = 40;

    public static async Task<WeekInputs> WriteAsync(string folder, int employees, DateTimeOffset start)
    {
        var roster = Path.Combine(folder, "roster.csv");
        await using (var writer = new StreamWriter(roster))
        {
            RosterGenerator.Write(writer, employees);
        }
        return new WeekInputs
        {
            Roster = roster,
            Drops = [.. Enumerable.Range(0, Posts).Select(i => WriteDrop(folder, i, start))],
        };
    }

    private static string WriteDrop(string folder, int number, DateTimeOffset start)
    {
        string[] topics =
        [
            "climate",
            "customers",
            "products",
            "career",
            "safety",
            "culture",
            "data",
            "finance",
            "innovation",
            "people",
        ];
        var danish = number % 3 != 0;
        var drop = new ContentDrop
        {
            Url = string.Create(CultureInfo.InvariantCulture, $"https://www.nordlys.example/news/{number}"),
            Title = danish ? $"Nyhed {number}: en god dag for kunderne" : $"Story {number}: a good day for customers",
            Summary = danish
                ? "Vi har nået et mål, som vi er glade for."
                : "We reached a goal that we are happy about.",
            Image = $"https://www.nordlys.example/images/{number}.png",
            Topics = number % 4 == 0 ? [] : [topics[number % topics.Length]],
            Language = danish ? "da" : "en",
            PublishedAt = start.AddHours(-number * 6),
            ShareTexts =
            [
                .. Enumerable
                    .Range(1, 5)
                    .Select(i => new DroppedText(
                        danish ? $"Det her er jeg glad for, del {i}." : $"I like this, part {i}."
                    )),
            ],
        };
        var path = Path.Combine(folder, $"drop{number}.json");
        File.WriteAllText(path, JsonSerializer.Serialize(drop, DocumentJson.Options));
        return path;
    }
}
