using Advocacy.People;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Programme.Training;

/// <summary>A short course and all tips for one archetype. It is about nobody, so it needs no key, and nobody notes who was there.</summary>
public sealed class TrainingPages(Company company, Tips tips, PageRenderer pages)
{
    /// <summary>As it stands in the address.</summary>
    public static string NameOf(Archetype archetype) => archetype.ToString().ToLowerInvariant();

    public async Task<IResult> ShowAsync(
        string archetype,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var profile = await company.FindAsync(cancellationToken);
        if (profile is null || Enum.GetValues<Archetype>().All(one => NameOf(one) != archetype))
        {
            return await pages.ProblemAsync(profile, request, Problem.NotFound);
        }
        var language = ChosenLanguage.Of(request);
        var chosen = Enum.GetValues<Archetype>().First(one => NameOf(one) == archetype);
        var rotation = await tips.ReadAsync(cancellationToken);
        return await pages.PageAsync<TrainingPage, TrainingView>(
            new TrainingView(profile, language, chosen, rotation.All(chosen, language))
        );
    }
}
