using Advocacy.Platform.Tone;
using Azure;
using Azure.Identity;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LanguageUnavailableExceptionTests
{
    [Theory]
    [InlineData(400, "InvalidRequest", "its limits may have changed.")]
    [InlineData(401, "Unauthorized", "the role Cognitive Services User on the Language account.")]
    [InlineData(403, "AuthorizationFailed", "the role Cognitive Services User on the Language account.")]
    [InlineData(404, "NotFound", "Advocacy:Language:Endpoint must be a Language account's, with its custom subdomain.")]
    [InlineData(429, "TooManyRequests", "a higher tier takes more.")]
    [InlineData(500, "InternalServerError", "It is out for now.")]
    public void A_refusal_says_status_code_and_what_to_do(int status, string code, string advice)
    {
        var message = Message(new RequestFailedException(status, "Words of a post.", code, null));

        message.ShouldStartWith($"Azure AI Language judged nothing: it answered {status} {code}. ");
        message.ShouldEndWith(advice);
    }

    [Fact]
    public void A_sign_in_that_fails_says_what_to_check() =>
        Message(new CredentialUnavailableException("No managed identity endpoint found."))
            .ShouldBe(
                "Azure AI Language judged nothing: the app could not sign in to Azure. Check that its identity exists and AZURE_CLIENT_ID names it."
            );

    [Fact]
    public void Many_tries_say_how_many_and_how_the_last_ended() =>
        Message(new AggregateException(new OperationCanceledException(), new RequestFailedException("No such host.")))
            .ShouldBe(
                "Azure AI Language judged nothing: tried 2 times, at last it could not be reached. Check Advocacy:Language:Endpoint."
            );

    [Fact]
    public void An_answer_without_a_code_is_told_by_its_status() =>
        Message(new RequestFailedException(502, "Bad gateway"))
            .ShouldBe("Azure AI Language judged nothing: it answered 502. It is out for now.");

    private static string Message(Exception error) => LanguageUnavailableException.Of(error).Message;
}
