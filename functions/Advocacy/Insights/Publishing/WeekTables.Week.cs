using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Insights.Days;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Tone;

namespace Advocacy.Insights.Publishing;

internal sealed partial class WeekTables
{
    /// <summary>The week in all.</summary>
    public WeekInsight Week()
    {
        // Of a week that goes on each new share would tell its own time.
        var minutes = MinutesToShare.Of(_source.IsOver ? _source.Summary.MinutesToShare : [], _source.SmallestGroup);
        var mail = ConsentsOf(ConsentPurpose.DigestEmail);
        var clicks = ConsentsOf(ConsentPurpose.ClickMeasurement);
        var shares = ConsentsOf(ConsentPurpose.ShareStatistics);
        var offered = _cells.Of(Dimension.Post).Where(post => post.Counts.Offered > 0).ToList();
        var tones = offered.Select(post => LabelOf(post.Key)?.Tone).ToList();
        var total = _cells.Total;
        var week = new WeekInsight
        {
            Id = WeekInsight.IdOf(_source.Week),
            Week = _source.Week,
            WeekStart = Edition.MondayOf(_source.Week),
            Provisional = !_source.IsOver,
            Ttl = _source.Ttl,
            Clicks = total.Clicks,
            ClicksRaw = total.ClicksRaw,
            Conversions = total.Conversions,
            ConversionValue = _value.Converted(),
            Emv = _value.Emv(),
            Currency = _value.Currency,
            RateSet = _value.RateSet,
            MinutesToShareLower = minutes.Lower,
            MinutesToShare = minutes.Median,
            MinutesToShareUpper = minutes.Upper,
            Posts = offered.Count,
            PostsPositive = tones.Count(tone => tone == Sentiment.Positive),
            PostsNeutral = tones.Count(tone => tone == Sentiment.Neutral),
            PostsNegative = tones.Count(tone => tone == Sentiment.Negative),
            PostsMixed = tones.Count(tone => tone == Sentiment.Mixed),
            SameText = ChanceOf(_source.Facts.SameText),
            SameTextBound = ChanceOf(_source.Facts.SameTextBound),
            DigestEmailYes = InSteps(mail.Standing),
            DigestEmailGiven = Times(mail.Given),
            DigestEmailWithdrawn = Times(mail.Withdrawn),
            ClickMeasurementYes = InSteps(clicks.Standing),
            ClickMeasurementGiven = Times(clicks.Given),
            ClickMeasurementWithdrawn = Times(clicks.Withdrawn),
            ShareStatisticsYes = InSteps(shares.Standing),
            ShareStatisticsGiven = Times(shares.Given),
            ShareStatisticsWithdrawn = Times(shares.Withdrawn),
        };
        return week.With(count => Shown(Total(count)));
    }

    private ConsentCounts ConsentsOf(ConsentPurpose purpose) =>
        _source.Facts.Consents.GetValueOrDefault(purpose) ?? new ConsentCounts(0, 0, 0);

    private decimal? ChanceOf(long pairs) =>
        _source.Facts.Pairs < _source.SmallestGroup ? null : Math.Round((decimal)pairs / _source.Facts.Pairs, 4);

    /// <summary>Always, because one week's standing less the other's would tell how few came or went.</summary>
    private int? InSteps(int people) =>
        people < _source.SmallestGroup ? null : people - (people % _source.SmallestGroup);

    private int? Times(int times) => times < _source.SmallestGroup ? null : Shown(times);
}
