using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Advocacy.Access;

/// <summary>
/// The door of every page of the comms team: nothing behind it runs for anybody else. In Azure it lets in who is signed in and has the role; on one
/// machine, whoever is at it. Forms carry a token of the person's, because the browser sends the session along with anybody's form.
/// </summary>
public sealed class CommsAccess(
    LinkSigner signer,
    PageRenderer pages,
    Company company,
    IConfiguration configuration,
    IOptions<AccessOptions> options
)
{
    /// <summary>The hidden field that carries <see cref="CommsPerson.FormToken"/>.</summary>
    public const string FormField = "form";

    /// <summary>App Service sets it where its authentication is on; elsewhere anybody could write the header.</summary>
    private const string PlatformSignIn = "WEBSITE_AUTH_ENABLED";

    private static readonly TimeSpan FormLifetime = TimeSpan.FromHours(12);

    /// <summary>Answers a GET: the page for the comms team, the way to sign in for nobody known, a refusal for everyone else.</summary>
    public async Task<IResult> ShowAsync(
        HttpRequest request,
        Func<CommsPerson, Task<IResult>> page,
        CancellationToken cancellationToken
    )
    {
        var (person, refused) = Enter(request);
        return person is not null ? await page(person)
            : refused == Problem.SignIn && IsTrusted()
                ? Results.Redirect($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(PathOf(request))}")
            : await ProblemAsync(request, refused, cancellationToken);
    }

    /// <summary>Answers a POST of a form: nothing is done without the person's own token.</summary>
    /// <param name="longestValue">Of one field, or of the files, in bytes.</param>
    /// <param name="takesFiles">Whether the form may carry files.</param>
    public async Task<IResult> PostAsync(
        HttpRequest request,
        Func<CommsPerson, IFormCollection, Task<IResult>> act,
        CancellationToken cancellationToken,
        int longestValue = 64 * 1024,
        bool takesFiles = false
    )
    {
        var (person, refused) = Enter(request);
        if (person is null)
        {
            return await ProblemAsync(request, refused, cancellationToken);
        }
        if (await PostedForm.ReadAsync(request, cancellationToken, longestValue, takesFiles) is not { } form)
        {
            return await ProblemAsync(request, Problem.BadRequest, cancellationToken);
        }
        return signer.Read(LinkPurpose.Form, form[FormField]) == SubjectOf(person.Name)
            ? await act(person, form)
            : await ProblemAsync(request, Problem.OldForm, cancellationToken);
    }

    private (CommsPerson? Person, Problem Refused) Enter(HttpRequest request)
    {
        if (options.Value.ThisMachine)
        {
            // No address: the connection is no network's, as in a test server in the same process.
            return
                request.HttpContext.Connection.RemoteIpAddress is { } address
                && !System.Net.IPAddress.IsLoopback(address)
                ? (null, Problem.NotAllowed)
                : (PersonOf("this machine"), default);
        }
        if (!IsTrusted() || SignedIn.Of(request) is not { } signedIn)
        {
            return (null, Problem.SignIn);
        }
        return signedIn.Roles.Contains(options.Value.Role, StringComparer.Ordinal)
            ? (PersonOf(signedIn.Name), default)
            : (null, Problem.NotAllowed);
    }

    private bool IsTrusted() =>
        string.Equals(configuration[PlatformSignIn], bool.TrueString, StringComparison.OrdinalIgnoreCase);

    private CommsPerson PersonOf(string name) =>
        new(name, signer.Sign(LinkPurpose.Form, SubjectOf(name), FormLifetime));

    /// <summary>A token can be read by anyone, and the name is nobody else's business.</summary>
    private static string SubjectOf(string name) => Ids.Of("form", name);

    private static string PathOf(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";

    /// <summary>The page that says what is wrong; also where no company is saved yet.</summary>
    public async Task<IResult> ProblemAsync(
        HttpRequest request,
        Problem problem,
        CancellationToken cancellationToken
    ) => await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, problem);
}
