using System.Globalization;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Programme.Pulse;

/// <summary>The page on which somebody answers a pulse question, once. Showing it changes nothing; its form does.</summary>
public sealed class PulsePages(
    Roster roster,
    PulseQuestions questions,
    PulseAnswers answers,
    Company company,
    SiteLinks links,
    PageRenderer pages,
    TimeProvider time
)
{
    private const string Field = "answer";

    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not var (employee, question))
        {
            return await ProblemAsync(request, Problem.Link, cancellationToken);
        }
        var view = await ViewAsync(employee, question, cancellationToken);
        return await PageAsync(view with { Chosen = AnswerOf(question, request.Query[Field]) });
    }

    public async Task<IResult> AnswerAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not var (employee, question))
        {
            return await ProblemAsync(request, Problem.Link, cancellationToken);
        }
        if (await PostedForm.ReadAsync(request, cancellationToken) is not { } form)
        {
            return await ProblemAsync(request, Problem.BadRequest, cancellationToken);
        }
        if (AnswerOf(question, form[Field]) is not { } answer)
        {
            var view = await ViewAsync(employee, question, cancellationToken);
            return await PageAsync(view with { NothingChosen = true }, StatusCodes.Status400BadRequest);
        }
        await answers.GiveAsync(question, employee.Id, answer, cancellationToken);
        // Whether it was taken, had been given or came too late: the page says which.
        return new SeeOther("?");
    }

    private async Task<PulseView> ViewAsync(
        Employee employee,
        PulseQuestion question,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Company = await company.ProfileAsync(cancellationToken),
            Language = PageLanguage.Known(employee.Language),
            Question = question,
            State =
                !question.IsOpenAt(time.GetUtcNow()) ? PulseState.Closed
                : await answers.HasAnsweredAsync(question.Id, employee.Id, cancellationToken) ? PulseState.Answered
                : PulseState.Open,
        };

    private async Task<(Employee Employee, PulseQuestion Question)?> FindAsync(
        string token,
        CancellationToken cancellationToken
    ) =>
        links.ReadPulse(token) is var (employeeId, questionId)
        && await roster.FindAsync(employeeId, cancellationToken) is { } employee
        && await questions.FindAsync(questionId, cancellationToken) is { } question
            ? (employee, question)
            : null;

    private static int? AnswerOf(PulseQuestion question, string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var answer)
        && answer < question.Answers.Count
            ? answer
            : null;

    private Task<IResult> PageAsync(PulseView view, int status = StatusCodes.Status200OK) =>
        pages.PageAsync<PulsePage, PulseView>(view, status);

    private async Task<IResult> ProblemAsync(
        HttpRequest request,
        Problem problem,
        CancellationToken cancellationToken
    ) => await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, problem);
}
