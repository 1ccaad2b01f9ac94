namespace Advocacy.Benchmarks.Spread;

/// <summary>Who was offered what in one edition, small enough to keep for a million people and several weeks.</summary>
internal sealed class SpreadPlan(int people)
{
    private const ushort Nothing = ushort.MaxValue;

    private readonly ushort[] _picks = Filled(people * SpreadCompany.MostPosts);

    /// <summary>A person's picks: number of the post and place of the text.</summary>
    public IEnumerable<(int Post, int Text)> Of(int person)
    {
        for (var i = person * SpreadCompany.MostPosts; i < (person + 1) * SpreadCompany.MostPosts; i++)
        {
            if (_picks[i] == Nothing)
            {
                yield break;
            }
            yield return (_picks[i] / SpreadCompany.TextsOfAPost, _picks[i] % SpreadCompany.TextsOfAPost);
        }
    }

    public void Set(int person, int pick, int post, int text) =>
        _picks[(person * SpreadCompany.MostPosts) + pick] = (ushort)((post * SpreadCompany.TextsOfAPost) + text);

    private static ushort[] Filled(int length)
    {
        var picks = new ushort[length];
        Array.Fill(picks, Nothing);
        return picks;
    }
}
