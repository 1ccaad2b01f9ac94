using System.Text;
using System.Text.Json;
using Advocacy.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Access;

/// <summary>Requests at the comms team's door, as the platform hands them on.</summary>
internal static class CommsDoor
{
    /// <summary>The setting that App Service makes where its sign-in is on.</summary>
    public static readonly (string, string) SignInIsOn = ("WEBSITE_AUTH_ENABLED", "True");

    public static HttpRequest Request(string method = "GET", string? principal = null, string? form = null)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        };
        context.Response.Body = new MemoryStream();
        context.Request.Method = method;
        context.Request.Path = "/desk";
        context.Request.QueryString = new QueryString("?page=2");
        if (principal is not null)
        {
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        }
        if (form is not null)
        {
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        }
        return context.Request;
    }

    public static string Principal(string name, params string[] roles) =>
        Convert.ToBase64String(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    auth_typ = "aad",
                    claims = (object[])
                        [
                            new { typ = "preferred_username", val = name },
                            .. roles.Select(role => new { typ = "roles", val = role }),
                        ],
                }
            )
        );

    /// <summary>The status, and where a redirect leads.</summary>
    public static async Task<(int Status, string? Location)> AnswerAsync(IResult result, HttpRequest request)
    {
        await result.ExecuteAsync(request.HttpContext);
        return (request.HttpContext.Response.StatusCode, request.HttpContext.Response.Headers.Location);
    }

    /// <summary>The token that forms carry on one's own machine.</summary>
    public static Task<string> TokenAsync(CommsAccess access) => FormTokenAsync(access, null);

    /// <summary>The token that a page of this person's would carry in its forms.</summary>
    public static async Task<string> FormTokenAsync(CommsAccess access, string? principal)
    {
        var token = "";
        await access.ShowAsync(
            Request(principal: principal),
            person =>
            {
                token = person.FormToken;
                return Task.FromResult(Results.Ok());
            },
            TestContext.Current.CancellationToken
        );
        return token;
    }
}
