using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Preferences;

/// <summary>What came of a form: what was saved, or how the page looks with what is wrong in it.</summary>
public sealed record Change
{
    public Saved? Saved { get; private init; }
    public Func<PreferencesView, PreferencesView>? Shown { get; private init; }

    public static Change Of(Saved saved) => new() { Saved = saved };

    public static Change Wrong(Func<PreferencesView, PreferencesView> shown) => new() { Shown = shown };
}

/// <summary>
/// Takes one form of the page. Each changes its own part of the person and nothing else, so that two forms that are sent from two old pages
/// both count; sending one twice changes nothing more.
/// </summary>
public sealed class PreferencesChanges(
    Roster roster,
    ConsentLedger ledger,
    ConsentWordings wordings,
    Company company,
    DigestPlanner planner
)
{
    private const string Channel = "preferences";

    /// <param name="now">The page as it is.</param>
    /// <param name="form">With the name of its part in <c>section</c>.</param>
    /// <param name="networkHash">Where it came from, as evidence of a consent; <c>null</c> where that is not known.</param>
    /// <returns><c>null</c> where it is no form of this page.</returns>
    public async Task<Change?> TakeAsync(
        Employee employee,
        PreferencesView now,
        IFormCollection form,
        string? networkHash,
        CancellationToken cancellationToken = default
    ) =>
        form["section"].ToString() switch
        {
            "purpose" => await PurposeAsync(employee, form, networkHash, cancellationToken),
            "digest" => await DigestAsync(employee, form, cancellationToken),
            "pause" => await PauseAsync(employee, now, form, cancellationToken),
            "topics" => await TopicsAsync(employee, now, form, cancellationToken),
            "language" => await LanguageAsync(employee, now, form, cancellationToken),
            "guidelines" => await GuidelinesAsync(employee, form, cancellationToken),
            _ => null,
        };

    private async Task<Change?> PurposeAsync(
        Employee employee,
        IFormCollection form,
        string? networkHash,
        CancellationToken cancellationToken
    )
    {
        if (
            EnumName.Of<ConsentPurpose>(form["purpose"]) is not { } purpose
            || form["answer"].ToString() is not ("yes" or "no")
        )
        {
            return null;
        }
        var yes = form["answer"] == "yes";
        var words = wordings.Current(purpose, yes ? form["language"].ToString() : employee.Language);
        if (yes && (form["wording"] != words.Version || form["language"] != words.Language))
        {
            // Nobody says yes to words that they did not see.
            return Change.Wrong(view => view with { WordsChanged = true });
        }
        await ledger.RecordAsync(
            employee.Id,
            purpose,
            yes ? ConsentAction.Given : ConsentAction.Withdrawn,
            new ConsentEvidence(words.Version, words.Language, Channel)
            {
                Cause = ConsentCause.Employee,
                NetworkHash = networkHash,
            },
            cancellationToken
        );
        return Change.Of(Saved.Purpose);
    }

    private async Task<Change> DigestAsync(Employee employee, IFormCollection form, CancellationToken cancellationToken)
    {
        var entry = DigestEntry.Of(form);
        if (entry.Wrong.Count > 0)
        {
            return Change.Wrong(view => view with { Digest = entry });
        }
        var changed = entry.On(employee);
        var sent =
            changed.DigestSlot == employee.DigestSlot
                ? PlanReport.Empty
                : await planner.PlanMissedAsync(changed, cancellationToken);
        await SaveAsync(employee, entry.On, cancellationToken);
        return Change.Of(sent.Planned > 0 ? Saved.DigestNow : Saved.Digest);
    }

    private async Task<Change> PauseAsync(
        Employee employee,
        PreferencesView now,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        if (form["end"] == "yes")
        {
            await SaveAsync(employee, one => one with { PausedUntil = null }, cancellationToken);
            return Change.Of(Saved.PauseEnded);
        }
        var entry = now.Pause.With(form);
        if (entry.Fault is not null)
        {
            return Change.Wrong(view => view with { Pause = entry });
        }
        await SaveAsync(employee, entry.On, cancellationToken);
        return Change.Of(Saved.Pause);
    }

    private async Task<Change> TopicsAsync(
        Employee employee,
        PreferencesView now,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        var entry = now.Topics.With(form);
        if (entry.IsWrong)
        {
            return Change.Wrong(view => view with { Topics = entry });
        }
        await SaveAsync(employee, one => one with { Topics = entry.Chosen }, cancellationToken);
        return Change.Of(Saved.Topics);
    }

    private async Task<Change> LanguageAsync(
        Employee employee,
        PreferencesView now,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        var entry = now.Languages.With(form);
        if (entry.IsWrong)
        {
            return Change.Wrong(view => view with { Languages = entry });
        }
        await SaveAsync(
            employee,
            one => one with { Language = entry.Language, ReadsLanguages = entry.Reads },
            cancellationToken
        );
        return Change.Of(Saved.Language);
    }

    private async Task<Change?> GuidelinesAsync(
        Employee employee,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        if (await company.GuidelinesAsync(cancellationToken) is not { } current)
        {
            return null;
        }
        if (form["version"] != current.Version)
        {
            return Change.Wrong(view => view with { Guidelines = view.Guidelines! with { Changed = true } });
        }
        await SaveAsync(employee, one => one with { GuidelinesSeen = current.Version }, cancellationToken);
        return Change.Of(Saved.Guidelines);
    }

    private Task<Employee?> SaveAsync(
        Employee employee,
        Func<Employee, Employee> change,
        CancellationToken cancellationToken
    ) => roster.ChangeAsync(employee.Id, change, cancellationToken);
}
