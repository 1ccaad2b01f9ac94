namespace Advocacy.Tone;

/// <summary>The rules that look at a post's words, one text at a time.</summary>
internal sealed class ToneRules(TonePolicyOptions options)
{
    private readonly IReadOnlyList<TopicMatcher> _topics =
    [
        .. options.Topics.Select(topic => new TopicMatcher(topic.Key, topic.Value)),
    ];

    private readonly AdvertisingRule _advertising = new(options);
    private readonly ShoutingRule _shouting = new(options);

    /// <param name="part">One text of the post.</param>
    /// <param name="commercial">Whether the post is marked as advertising.</param>
    public IEnumerable<ToneReason> Judge(TonePart part, bool commercial) =>
        Language(part)
            .Concat(_topics.SelectMany(topic => topic.Judge(part)))
            .Concat(Personal(part))
            .Concat(_shouting.Judge(part))
            .Concat(_advertising.Judge(part, commercial));

    private static IEnumerable<ToneReason> Language(TonePart part) =>
        SpokenLanguage.IsNeither(part)
            ? [Reason("language", "OtherLanguage", WaysOut.ChooseLanguage, part, new FoundText(0, part.Text))]
            : [];

    private IEnumerable<ToneReason> Personal(TonePart part)
    {
        var cpr = options.HoldCprNumbers ? PersonalNumbers.Cpr(part.Text).ToList() : [];
        foreach (var found in cpr)
        {
            // The message keeps the digits to itself: it is read in more places than the post.
            yield return ToneStrings
                .Reason("cpr-number", "Cpr", WaysOut.RemovePersonal, found.Text[..6])
                .At(part, found);
        }
        if (options.HoldPhoneNumbers)
        {
            foreach (var found in PersonalNumbers.Phone(part.Text).Except(cpr))
            {
                yield return Reason("phone-number", "Phone", WaysOut.RemovePersonal, part, found);
            }
        }
        if (options.HoldEmailAddresses)
        {
            foreach (var found in PersonalAddresses.Email(part.Text))
            {
                yield return Reason("email-address", "Email", WaysOut.RemovePersonal, part, found);
            }
        }
        if (options.HoldPrivateAddresses)
        {
            foreach (var found in PersonalAddresses.Home(part.Text))
            {
                yield return Reason("private-address", "Address", WaysOut.RemovePersonal, part, found);
            }
        }
    }

    /// <summary>A reason whose sentence takes what was found and nothing else.</summary>
    public static ToneReason Reason(string rule, string text, string wayOut, TonePart part, FoundText found) =>
        ToneStrings.Reason(rule, text, wayOut, Beginning(found.Text)).At(part, found);

    public static string Beginning(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
