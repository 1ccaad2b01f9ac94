using Advocacy.Access;
using Advocacy.Consent;
using Advocacy.Consent.Verification;
using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Content.Sources;
using Advocacy.Dashboard;
using Advocacy.Desk;
using Advocacy.Digests;
using Advocacy.Digests.Holidays;
using Advocacy.Digests.Mail;
using Advocacy.Digests.Spread;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Engagement.Conversions;
using Advocacy.Engagement.Mails;
using Advocacy.Failures;
using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Advocacy.Insights.Days;
using Advocacy.Insights.Publishing;
using Advocacy.Insights.Value;
using Advocacy.Insights.Weeks;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.Letters;
using Advocacy.MailEvents;
using Advocacy.MailEvents.Bounces;
using Advocacy.MailEvents.SendGrid;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Preferences;
using Advocacy.Programme;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Setup;
using Advocacy.Programme.Training;
using Advocacy.Rights;
using Advocacy.Sharing;
using Advocacy.Tone;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Advocacy;

/// <summary>Everything that the functions need, wired once for every host.</summary>
public static class AdvocacyServices
{
    /// <summary>Registers features, ports and options; options come from the section <c>Advocacy</c> and are checked at start.</summary>
    public static IServiceCollection AddAdvocacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configuration);
        return services.AddPlatform(configuration).AddFeatures(configuration);
    }

    private static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddChecked<AccessOptions>(configuration, AccessOptions.Section)
            .AddSingleton<CommsAccess>()
            .AddChecked<FetchOptions>(configuration, FetchOptions.Section)
            .AddChecked<HarvestOptions>(configuration, HarvestOptions.Section)
            .AddChecked<ContentOptions>(configuration, ContentOptions.Section)
            .AddSingleton<WebFetcher>()
            .AddSingleton<IPostConfigureOptions<FetchOptions>, FetchContact>()
            .AddSingleton<FeedSources>()
            .AddSingleton<SourceList>()
            .AddSingleton<FeedDiscovery>()
            .AddSingleton<SourcePreviewer>()
            .AddSingleton<OpmlImport>()
            .AddSingleton<SourcesPages>()
            .AddSingleton<FeedHarvester>()
            .AddSingleton<AilingFeeds>()
            .AddSingleton<PageMetadataReader>()
            .AddSingleton<DropFiller>()
            .AddSingleton<DropChecks>()
            .AddSingleton<PostDraft>()
            .AddSingleton<ContentIntake>()
            .AddSingleton<ContentRescue>()
            .AddChecked<DropOptions>(configuration, DropOptions.Section)
            .AddSingleton<DropRecords>()
            .AddSingleton<DropWithdrawals>()
            .AddSingleton<DropAnswers>()
            .AddSingleton<Answers>()
            .AddSingleton<AnswerMailer>()
            .AddSingleton<SuggestionOutcome>()
            .AddSingleton<Suggesters>()
            .AddSingleton<DropLook>()
            .AddSingleton<DropPages>()
            .AddSingleton<SuggestPages>()
            .AddSingleton<FailurePages>()
            .AddChecked<TonePolicyOptions>(configuration, TonePolicyOptions.Section)
            .AddSingleton<TonePolicy>()
            .AddSingleton<ToneReadings>()
            .AddSingleton<ToneGate>()
            .AddSingleton<ToneRejudge>()
            .AddSingleton<ToneTrial>()
            .AddChecked<DeskOptions>(configuration, DeskOptions.Section)
            .AddSingleton<DeskBook>()
            .AddSingleton<DeskJudge>()
            .AddSingleton<DeskWork>()
            .AddSingleton<DeskReader>()
            .AddSingleton<DeskList>()
            .AddSingleton<DeskPreview>()
            .AddSingleton<DeskPostViews>()
            .AddSingleton<DeskPages>()
            .AddChecked<RosterOptions>(configuration, RosterOptions.Section)
            .AddSingleton<Roster>()
            .AddSingleton<ErasedPeople>()
            .AddSingleton<RosterReader>()
            .AddSingleton<RosterImport>()
            .AddSingleton<ConsentWordings>()
            .AddSingleton<ConsentLedger>()
            .AddSingleton<ConsentPages>()
            .AddChecked<ConsentOptions>(configuration, ConsentOptions.Section)
            .AddSingleton<NetworkHash>()
            .AddSingleton<ConsentRetention>()
            .AddSingleton<ConsentVerifier>()
            .AddSingleton<Company>()
            .AddSingleton<Tips>()
            .AddSingleton<TrainingPages>()
            .AddSingleton<GoalTargets>()
            .AddSingleton<ChallengeBook>()
            .AddSingleton<BrandingTexts>()
            .AddSingleton<BrandingPages>()
            .AddSingleton<PulseQuestions>()
            .AddSingleton<PulseAnswers>()
            .AddSingleton<PulseClosing>()
            .AddSingleton<PulsePages>()
            .AddSingleton<ProgrammeReader>()
            .AddSingleton<ProgrammeChanges>()
            .AddSingleton<ProgrammePages>()
            .AddChecked<DigestOptions>(configuration, DigestOptions.Section)
            .AddSingleton<WorkingDays>()
            .AddSingleton<DueEmployees>()
            .AddSingleton<DigestPlanner>()
            .AddSingleton<SpreadExplainer>()
            .AddSingleton<ThinPosts>()
            .AddSingleton<DigestIssues>()
            .AddSingleton<DigestNotes>()
            .AddSingleton<DigestMail>()
            .AddSingleton<DeliveryTallies>()
            .AddSingleton<DigestSender>()
            .AddSingleton<ClaimSettler>()
            .AddSingleton<LetterSender>()
            .AddChecked<JoinOptions>(configuration, JoinOptions.Section)
            .AddSingleton<JoinRequests>()
            .AddSingleton<JoinMailer>()
            .AddSingleton<JoinPages>()
            .AddSingleton<JoinConfirmation>()
            .AddSingleton<InvitationRule>()
            .AddSingleton<InvitationPlanner>()
            .AddSingleton<InvitationSender>()
            .AddSingleton<InvitationPages>()
            .AddChecked<SiteOptions>(configuration, SiteOptions.Section)
            .AddSingleton<SiteLinks>()
            .AddSingleton<PostLinks>()
            .AddSingleton<ShareForms>()
            .AddSingleton<ShareEvents>()
            .AddSingleton<ShareViews>()
            .AddSingleton<SharedPosts>()
            .AddSingleton<SharePages>()
            .AddSingleton<LinkMarks>()
            .AddHostedService(services => services.GetRequiredService<LinkMarks>())
            .AddSingleton<ShortLinks>()
            .AddSingleton<PreferencesReader>()
            .AddSingleton<PreferencesChanges>()
            .AddSingleton<PreferencesPages>()
            .AddSingleton<FreshLinks>()
            .AddSingleton<FreshLinkMailer>()
            .AddChecked<EngagementOptions>(configuration, EngagementOptions.Section)
            .AddSingleton<EngagementMessages>()
            .AddSingleton<TouchedDays>()
            .AddSingleton<PersonalEvents>()
            .AddChecked<MeasurementOptions>(configuration, MeasurementOptions.Section)
            .AddSingleton<MeasuredEvents>()
            .AddSingleton<MeasuredReaders>()
            .AddSingleton<MeasuredLinks>()
            .AddSingleton<EngagementRecorder>()
            .AddChecked<ConversionOptions>(configuration, ConversionOptions.Section)
            .AddSingleton<ConversionReader>()
            .AddSingleton<ConversionPostback>()
            .AddChecked<MailEventOptions>(configuration, MailEventOptions.Section)
            .AddSingleton<MailEventMessages>()
            .AddSingleton<DeliverySettler>()
            .AddSingleton<MailEventRules>()
            .AddSingleton<SendGridWebhook>()
            .AddChecked<BounceOptions>(configuration, BounceOptions.Section)
            .AddSingleton<BounceMailbox>()
            .AddSingleton<Erasure>()
            .AddSingleton<PersonalData>()
            .AddSingleton<DataWords>()
            .AddSingleton<RightsPages>()
            .AddChecked<InsightOptions>(configuration, InsightOptions.Section)
            .AddSingleton<DaySummaries>()
            .AddSingleton<PostInsights>()
            .AddSingleton<PostLabels>()
            .AddSingleton<WeekFactsFinder>()
            .AddSingleton<RateBook>()
            .AddSingleton<InsightPublisher>()
            .AddSingleton<InsightRollUp>()
            .AddSingleton<InsightCheck>()
            .AddSingleton<GoalProgress>()
            .AddSingleton<SupplyReader>()
            .AddSingleton<HealthReader>()
            .AddSingleton<InsightReader>()
            .AddSingleton<DashboardPages>();
}
