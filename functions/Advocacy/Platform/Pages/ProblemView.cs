using Advocacy.Programme;

namespace Advocacy.Platform.Pages;

/// <summary>A request that came to nothing.</summary>
public enum Problem
{
    /// <summary>A token that is wrong, expired or somebody else's: which of them is not said. Status 404.</summary>
    Link,

    /// <summary>Status 404.</summary>
    NotFound,

    /// <summary>Status 400.</summary>
    BadRequest,

    /// <summary>Status 500.</summary>
    Failed,

    /// <summary>More tries than the limit allows. Status 429.</summary>
    TooMany,

    /// <summary>Nobody is signed in. Status 401.</summary>
    SignIn,

    /// <summary>Signed in, but not of the comms team. Status 403.</summary>
    NotAllowed,

    /// <summary>The form was opened too long ago, or by somebody else. Status 400.</summary>
    OldForm,
}

/// <param name="Company"><c>null</c> where it could not be read.</param>
/// <param name="Language">ISO 639-1; <see cref="PageLanguage.Of"/> where the person is not known.</param>
/// <param name="Problem">What to say.</param>
public sealed record ProblemView(CompanyProfile? Company, string Language, Problem Problem);
