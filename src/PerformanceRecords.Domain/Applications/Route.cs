using System.Collections;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Domain.Applications;

/// <summary>One row of a route: at this stage, this level does this; then it stands there, and these effects happen.</summary>
/// <param name="Then">The next stage, or null for the stage the application came from (an amendment goes back to who asked, a withdrawal to where it was submitted from).</param>
public sealed record Step(Stage At, Level By, Act Does, Stage? Then, IReadOnlyList<Effect> And);

/// <summary>流程: the table of steps an application goes through. Rows common to all routes are added by <see cref="Build"/>.</summary>
public sealed class Route(string code, string title, string basis) : IEnumerable<Step>
{
    private readonly List<Step> steps = [];
    private bool built;

    /// <summary>Stored on every application at submission, so a changed notice never moves the ground under an open case.</summary>
    public string Code { get; } = code;

    public string Title { get; } = title;

    /// <summary>The notice that prescribes the route.</summary>
    public string Basis { get; } = basis;

    /// <summary>Stages a city may delegate to its counties, where the source text says only 项目所在地主管部门.</summary>
    public IReadOnlyList<Stage> Delegable { get; private set; } = [];

    /// <summary>Who may write down what a level decided on paper, by stage; with a scan and its number.</summary>
    public IReadOnlyDictionary<Stage, Level> Recorders { get; private set; } = new Dictionary<Stage, Level>();

    public Level? RecorderAt(Stage stage) => Recorders.TryGetValue(stage, out var level) ? level : null;

    public void Add(Stage at, Level by, Act does, Stage then, params IReadOnlyList<Effect> and) => steps.Add(new(at, by, does, then, and));

    /// <summary>The one question asked by the page (which buttons), by authorisation and by the step taker.</summary>
    public Step? Find(Stage at, Level by, Act does) => steps.Find(s => s.At == at && s.By == by && s.Does == does);

    public IEnumerable<Step> At(Stage stage) => steps.Where(s => s.At == stage);

    /// <summary>去向: where what is approved goes.</summary>
    public IReadOnlyList<Destination> Destinations =>
    [
        .. steps.Exists(s => s.And.OfType<Push>().Any()) ? [Destination.NationalPlatform] : Array.Empty<Destination>(),
        .. steps.Exists(s => s.And.OfType<PublishToServiceNetwork>().Any()) ? [Destination.ServiceNetwork] : Array.Empty<Destination>(),
    ];

    /// <summary>部平台和政务网: the same as said in sentences.</summary>
    public string DestinationsInWords => string.Join('和', Destinations.Select(d => d.Chinese()));

    /// <summary>The level that has to act at a stage; null where nobody has.</summary>
    public Level? HolderAt(Stage stage) =>
        stage.IsEnterprises() ? Level.Enterprise : steps.Find(s => s.At == stage && s.By != Level.Enterprise)?.By;

    /// <summary>The stages in the order an application passes them when nobody objects.</summary>
    public IEnumerable<Step> MainLine => steps.Where(s => s.Does is not (Act.Withdraw or Act.Abandon or Act.Return or Act.Reject or Act.SendBack or Act.TakeOut or Act.RecallLetter) && s.At != Stage.Amendment);

    public IEnumerator<Step> GetEnumerator() => steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A city may let its counties act at these stages.</summary>
    public Route DelegatedAt(params Stage[] stages)
    {
        Delegable = stages;
        return this;
    }

    /// <summary>What is decided on paper at a stage may be written down by another level.</summary>
    public Route RecordedBy(Level recorder, Stage at)
    {
        Recorders = new Dictionary<Stage, Level>(Recorders) { [at] = recorder };
        return this;
    }

    /// <summary>Adds the steps every route has, so the tables show only what differs.</summary>
    public Route Build()
    {
        if (built)
        {
            return this;
        }

        built = true;
        var own = steps.ToArray();
        var reviews = own.Where(s => s.Does is Act.Verify or Act.Confirm or Act.OpenPort).ToArray();
        foreach (var review in reviews)
        {
            steps.Add(new(review.At, review.By, Act.Return, Stage.Amendment, []));
            steps.Add(new(review.At, review.By, Act.Reject, Stage.Rejected, []));

            // a province or ministry may ask the reviewer before instead of the enterprise
            var before = Array.FindLast(reviews[..Array.IndexOf(reviews, review)], r => r.By < review.By);
            if (review.By is Level.Province or Level.Ministry && before is not null)
            {
                steps.Add(new(review.At, review.By, Act.SendBack, before.At, []));
            }
        }

        foreach (var letter in own.Where(s => s.Does == Act.SignLetter))
        {
            steps.Add(new(letter.At, letter.By, Act.TakeOut, reviews.Last(r => r.By == letter.By && r.Then == letter.At).At, []));
            if (letter.Then == Stage.Completed)
            {
                continue; // what was sent out is not called back
            }

            steps.Add(new(letter.Then!.Value, letter.By, Act.RecallLetter, letter.At, []));
            steps.AddRange(own.Where(s => s.At == letter.Then && s.And.OfType<OpenSupplementPort>().Any())
                .Select(s => new Step(s.Then!.Value, letter.By, Act.RecallLetter, letter.At, [new LockSupplementPort()])));
        }

        if (reviews.Length > 0)
        {
            steps.Add(new(Stage.Amendment, Level.Enterprise, Act.Submit, null, []));
            steps.Add(new(Stage.Amendment, Level.Enterprise, Act.Abandon, Stage.Abandoned, []));
        }

        // an amendment is resubmitted to whoever asked, so every review can be withdrawn from
        var submitted = own.Where(s => s.Does == Act.Submit).ToArray();
        foreach (var stage in submitted.Select(s => s.Then!.Value).Concat(reviews.Select(r => r.At)).Distinct())
        {
            var usedPort = Array.Exists(submitted, s => s.Then == stage && s.And.OfType<UseSupplementPort>().Any());
            steps.Add(new(stage, Level.Enterprise, Act.Withdraw, null, usedPort ? [new ReleaseSupplementPort()] : []));
        }

        foreach (var writing in submitted.Select(s => s.At).Distinct())
        {
            steps.Add(new(writing, Level.Enterprise, Act.Abandon, Stage.Abandoned, []));
        }

        return this;
    }
}
