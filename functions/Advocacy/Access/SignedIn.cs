using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Access;

/// <summary>
/// Who the platform says is signed in. App Service takes the header off outside requests and sets it itself, but only where its
/// authentication is on.
/// </summary>
/// <param name="Name">What the account is called.</param>
/// <param name="Roles">App roles.</param>
internal sealed record SignedIn(string Name, IReadOnlyList<string> Roles)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary><c>null</c> where nobody is, or where the header cannot be read.</summary>
    public static SignedIn? Of(HttpRequest request)
    {
        if (request.Headers[Header].ToString() is not { Length: > 0 } header)
        {
            return null;
        }
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            var root = principal.RootElement;
            if (root.GetProperty("auth_typ").GetString() != "aad")
            {
                return null;
            }
            var claims = root.GetProperty("claims")
                .EnumerateArray()
                .Select(claim =>
                    (Type: claim.GetProperty("typ").GetString(), Value: claim.GetProperty("val").GetString())
                )
                .ToList();
            var name = request.Headers[NameHeader].ToString() is { Length: > 0 } given
                ? given
                : claims.FirstOrDefault(claim => claim.Type is "preferred_username" or "name").Value;
            return string.IsNullOrWhiteSpace(name)
                ? null
                : new SignedIn(
                    name,
                    [.. claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value ?? "")]
                );
        }
        catch (Exception error)
            when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
