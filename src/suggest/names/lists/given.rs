//! Given names that are common somewhere, in lower case.

/// Given names that are hardly ever anything else when they have a capital.
pub(super) const GIVEN: &str = "
aaron abbas abby abdel abdul abdullah abhishek abigail abraham achim ada adam adele adeline aditya adnan adrian adriana
adrienne agata agnes agnieszka ahmad ahmed aidan aileen aisha ajay akash akio akira alan alana alastair alasdair albert
alberto aldo alec alejandra alejandro aleksandr aleksander alessandra alessandro alexa alexander alexandra alexandre
alexei alexey alexis alfonso alfred alfredo alice alicia alison alistair allan allen allison alok alma alois alonso
alphonse alvaro alvin alyssa amal amanda amber amelia amina amir amit amitabh amos amrita amy anand anastasia anders
andre andrea andreas andrei andres andrew andrey andrzej andy angela angelica angelina angelo angus anil anita anjali
anke ann anna annabel anne annette annie anthony antoine anton antonia antonio anuradha anwar aoife arash archibald ari
ariel arjun arlene armand armando arnold arnaud arthur arturo arun arvind asa asad asha ashish ashley ashok ashraf asif
astrid atul audrey august augusto aurelie aurora ava avi ayesha aziz babak baptiste barack barbara barney barry bart
bartholomew bashar basil beatrice beatriz becky belinda ben benedict benjamin bennett benoit bernadette bernard bernd
bernie bert bertha bertrand beth bethany betsy betty beverly bharat bharti bhavna bianca bilal birgit bjarne bjorn bjørn
bob bobby bogdan bonnie boris boyd brad bradley brandon brenda brendan brent brett brian bridget britney brittany bruce
bruno bryan bryant bryce byron caitlin calvin cameron camila camille candace carina carl carla carlo carlos carmela
carol carole carolina caroline carolyn carrie carsten casey cassandra catalina caterina catherine cathy cecil cecilia
cecile cedric cesar chandra charlene charles charlie chaim chelsea cheryl chester chiara chinua chloe chris christa
christian christiane christina christine christof christoph christophe christopher chuck chukwuemeka cindy claire clara
clarence clarissa claude claudia claudio clayton clemens clement clifford clinton clive clyde colette colin colleen
connie connor conor conrad constance cordelia corey corinne cornelia cornelius cory courtney craig crispin cristina
cristobal crystal curtis cynthia cyril cyrus daisuke dalia damian damien damon dan dana daniel daniela danielle danilo
danny daphne daria dario darin darius darlene darrell darren darryl daryl dave davi david deanna debbie deborah debra
deepak deepika deirdre delia delphine demetrius denise dennis deon derek derrick desmond devin dexter diana diane diego
dieter dietrich dilip dimitri dinesh dipak dirk dmitri dmitry dolores dominic dominik dominique donald donatella donna
dora doreen dorothea dorothy doug douglas duncan dustin dwayne dwight dylan eamon ebony eckhard ed eddie edgar edith
edmund eduardo edward edwin egon eileen einar eirik ekaterina elaine eleanor elena eleni eli elias elijah elin elisa
elisabeth elise eliza elizabeth ella ellen elliot elliott elmer eloise elon elsa elvira emanuel emeka emil emile emilia
emilie emilio emily emma emmanuel enrico enrique eoin eric erica erich erik erika erin erling ernest ernesto ernst erwin
esteban estelle esther ethan ethel etienne eugene eugenia eunice eva evan evelyn evgeny ewan ezra fabian fabio fabrice
fadi faisal farah farhad farid farida fatima fatma faye federica federico felicia felicity felipe felix ferdinand
fergus fernanda fernando filip filippo fiona florian floyd francesca francesco francine francis francisco franck
francois françois frank frankie franz fred freddie frederic frederick frederik frida frieda friedrich fritz fumio
gabriel gabriela gabriele gabriella gail gareth garrett garry gary gaurav gavin geert geir gemma genevieve geoff geoffrey
george georges georgina gerald geraldine gerard gerd gerhard gertrude ghassan giacomo gianni gilbert gilles gillian gina
giorgio giovanni giulia giulio giuseppe gladys glen glenda glenn gloria godfrey gonzalo gordon gottfried graeme graham
grazia greg gregor gregory greta gretchen grigory guadalupe guido guillaume guillermo gunnar gunter gurpreet gustav
gustavo gwen gwendolyn haakon habib hadi hakan hakeem hal hamid hana hank hanna hannah hannes hans harald harish harold
harriet harrison harry harsh hartmut haruki harvey hasan hassan hassen hayley heather hector heidi heidrun heike heiko
heinrich heinz helen helena helene helga helmut hendrik henri henriette henrik henry herbert herman hermann hilary hilda
hillary himanshu hiroko hiroshi hisham holger horst hosni howard hubert hugh hugo humphrey hussain hussein ian ibrahim
ida ignacio igor ikechukwu ilana ilse imad imran ines inga inge ingeborg ingo ingrid ingvar irene irina irving isaac
isabel isabella isabelle isaiah ishaan ismail israa itzhak ivan ivana ivar ivor jaap jacek jackie jacob jacqueline
jacques jaime jake jakob jamal james jamie jan jana jane janet janice janine jared jarrett jasmine jason jasper javier
jawaharlal jayesh jean jeanette jeanne jeannie jeff jeffery jeffrey jemima jenna jennifer jenny jens jeremiah jeremy
jermaine jerome jerry jesper jesse jessica jessie jesus jill jillian jim jimmy jitendra joachim joan joann joanna joanne
joao joaquin jochen jodi jodie jody joe joel joerg joey johan johann johanna johannes john johnny jon jonas jonathan
jorge jose josef josefina joseph josephine josh joshua josiah josie jozef juan juanita judith judy juergen jules julia
julian juliana julianne julie julien juliet juliette julio julius jurgen justin justine jyoti kai kaja kalpana kamal
kamala kamil kanye karen kari karim karin karina karl karla karoline karsten karthik kasper katarina katarzyna kate
katharina katharine katherine kathleen kathryn kathy katie katja katrin katrina katya kaushik kavita kay kayla
kazuo keisha keith kelley kelly kelsey kelvin ken kendra kenji kenneth kenny kerry kerstin kevin khaled khalid khalil
kiran kirk kirsten kirsty kjell klaus kofi konrad konstantin krish krishna krista kristen kristian kristin kristina
kristine kristoffer krzysztof kumar kunal kurt kwame kyle kylie lakshmi lamar lana larissa larry lars laszlo laura
lauren laurence laurent laurie lavinia lavrenty lawrence leah leander leela leif leila leland len lena lennart lenny
leo leon leonard leonardo leopold leroy leslie lester leticia lewis liam lidia lila lillian linda lindsay lindsey linus
lionel lisa lise liz liza lizzie lloyd logan lois lola lorenzo loretta lori lorraine lothar lottie lou louis louisa
louise lourdes luc luca lucas lucia lucian luciano lucie lucille lucinda lucy ludmila ludwig luigi luis luisa luiz lukas
lukasz luke lutz lydia lyle lyndon lynn lynne maarten mabel maciej mackenzie madeleine madeline madhav mads magda
magdalena maggie magnus mahesh mahmood mahmoud maia maja malcolm malik mallory mandy manfred manish manoj manuel manuela
mara marc marcel marcela marcello marcelo marcia marcin marco marcos marcus margaret margarita margot marguerite maria
mariana marianne marie mariella marijke marilyn marina mario marion marisa marissa marius marjorie marko markus marlene
marlon marsha marta martha martin martina martine marty marvin mary maryam masako mateo mateusz mathew mathias mathieu
mathilde matt matteo matthew matthias mattias maureen maurice mauricio maurizio max maxim maxime maximilian maxine
maxwell maya meera meg megan mehmet mei melanie melinda melissa melvin mercedes meredith merete merle michael michaela
michal micheal michel michele michelle mick miguel mihai mikael mike mikhail mikko milan mildred milena miles milos
milton mindy mira miranda miriam mitch mitchell mitsuko moath modeste mohamed mohammad mohammed mohan mohit mohsen moira
mona monica monika monique morgan moritz morris mortimer moshe mostafa muammar muhammad muhammed mukesh muriel murray
mustafa myra myriam myron nabil nadia nadine nadir nagendra nancy naomi narayan narendra nasser natalia natalie natasha
nate nathalie nathan nathaniel naveen neal ned neeraj neha neil nelson nestor neville ngozi nguyen niamh nicholas nick
nicky nicola nicolas nicole nicolai niels nigel nikhil nikita nikki nikola nikolai nikolaj nils nina nino nishant nitin
noah noam noel noelle noor nora norbert noreen norma norman nuno octavio odd ola olaf olav ole oleg olga oliver olivia
olivier omar orlando orville osama oscar oskar osman oswald otis otto owen pablo pallavi pamela pankaj paola paolo
parvez pascal patricia patrick patrik patty paul paula paulina pauline paulo pavel pedro peggy penelope penny per percy
perry petar pete peter petra petter phil philip philipp philippe phillip phoebe phyllis pierre pieter piotr piyush polly
pooja poul pradeep prakash pramod prasad prashant pratibha praveen preeti priscilla priya priyanka przemyslaw
puneet quentin quincy rachael rachel radhika radoslav rafael rafiq raghav rahul rainer raj rajan rajat rajeev rajendra
rajesh rajiv rakesh ralf ralph ramesh ramiro ramon ramona randall randolph randy ranjit raphael raquel rashid rasmus
ratan raul ravi ray raymond rebecca regina reginald reiner reinhard reinhold rekha remy renata renate renato rene renee
reshma reuben rhonda ricardo riccardo richard rick ricky rita robbie robert roberta roberto robin robyn rocco rochelle
rod roderick rodney rodolfo rodrigo roger rohan rohit roland rolf roman ron ronald ronan ronnie rory rosa rosalind
rosario rosemary rosie ross roxanne roy ruben rudolf rudolph rudy rune rupert russ russell ruth ryan sabine sabrina
saddam sadia saeed sagar saif sakura salah saleh salim salman salvador salvatore sam samantha sami samir sammy
samuel sana sandeep sandip sandra sandro sandy sangeeta sanjay sanjeev sanna santosh sara sarah sasha satish satoshi
satya saul saurabh savannah scott sean sebastian sebastien seema selena selma sergei sergey sergio seth shahid shalini
shane shannon shari sharif shashi shaun shawn sheena sheila shelley shelly sheryl shigeru shinji shinzo shira
shirley shiv shobha shreya shruti shubham shyam sidney siegfried sigmund sigrid silvia silvio simon simona simone
sinead siobhan siri sofia sofie solveig sonal sonia sonja sonny sophia sophie soren søren spencer sridhar srinivas stacey
stacy stan stanislav stanley stefan stefania stefano steffen stella stephan stephane stephanie stephen steve steven
stewart stig stuart subhash sudha sudhir sue suleiman sultan sumit sunil sunita suraj suresh surendra susan susana
susanna susanne susie suzanne suzy sven svein svetlana swati sylvester sylvia sylvie tabitha tadeusz takashi takeshi
tamara tamika tammy tanja tanya tara tarek tariq tarun tasha tatiana ted teresa terence terrance terrell terrence terri
terry tess tessa thaddeus thea thelma theo theodor theodore theresa therese thierry thilo thomas thorsten tia tiffany
tilda tim timo timothy tina tobias toby todd tom tomas tomasz tommaso tommy toni tony torben tore torsten tracey
travis trent trevor tricia trina tristan trond trudy trygve tsutomu tyler tyrone uday ulrich ulrike umar umberto umesh
unni ursula usha usman ute uwe vaclav valentina valeria valerie vandana vanessa vasily veena vera verena vernon veronica
veronique vicente vicki vickie vicky victor vidar vijay vikas vikram viktor vince vincent vincenzo vinay vinod
viola violet virgil vishal vivek vivian viviana vivien vlad vladimir volker volodymyr waleed walid wallace walter
waltraud wanda warren wayne wei wendell wendy werner wilbur wilfred wilfried wilhelm willem william willie wilma winfried
winston wladimir wojciech wolfgang woodrow xavier xiaoming yael yahya yann yannick yaroslav yasmin yasmine yasser yehuda
yevgeny yitzhak yoko yolanda yosef yoshiko youssef yuki yuri yusuf yves yvette yvonne zachary zainab zbigniew zelda
zeynep jolene traci tammi ginny brant sheetal johnathan elyse vladi sharad shirin kaveh reza zoe zoltan zygmunt aniruddha ashwini bhupinder chandan devendra ganesh girish gopal govind harpreet hemant ishita
jagdish jaswant jaya kailash kanhaiya kapil lalit lata laxman madan mahendra manpreet mehul mukul nandini naresh nirmal
om padma pawan pramila punita raghunath ramakrishna ranbir roshan sachin sameer shankar shantanu siddharth sohan subramonium
sudheer sukumar sushil sushma tejas uma vasant venkat venkatesh vidya vimal vineet viren yash yogesh joginder baldev
balwinder gurmeet jaspal kuldeep mandeep rajinder satinder sukhdev surinder abubakar adebayo adewale amara babatunde
chidi chinedu efua femi folake ifeoma jabari kenyatta kwabena lekan nnamdi obinna olusegun segun tunde uche wanjiru
yaw zanele akua thabo sipho nomsa chukwuma ayodele kamau njoroge haruto ichiro junichiro kenichi kiyoshi makoto masahiro
minoru naoko noriko osamu ryo shota sho taro tetsuya tomoko toshio yasuo yoichi yoshihiro yukio jinping xiaoping zedong
weiwei jianguo xiaoling minh thanh thuy phuong hieu duc linh";

/// Given names that are as often a surname, a place, a word or a month.
pub(super) const GIVEN_OR_ELSE: &str = "
ali art amber april austin bill blake brook brooke buddy carter charlotte chad chase christy cliff cole
crystal daisy dale dallas dawn dean devon dick don drew earl ernie eve faith fay florence frances gene
georgia ginger grace grant guy heath holly hope hunter iris israel ivy jack jade jasmin jay jo
joy june jordan judah kent king kim lance lee lily lily lynn madison marina mark marina marshall mason may
mick miles mo nan nat nick norm olive paige parker paris pat patsy pearl penny pierce
pilar piper prince queenie ram randy ray reed rich ripley rob robin rocky roman rose rowan ruby 
sal sharon savannah shah shelby sid sierra sterling sydney taylor troy val van
victoria violet virginia wade ward wells will willow woody yong young bo bud cal chip clay drake duke forrest gil
hardy hayes jin jun kat kit laurel lex li lin max melbourne min ming ning pascal rex rod roe ruiz sandy 
shan skip sonny stan tate tex tully ty valentine vic wang wen xi xu yan yang yi ying yu zhang
zhou amin ansari asher bashir emerson faith francis gale garland gray griffin hakim hudson jefferson kennedy kerr
kingsley lincoln mahdi mansour monroe nima pax quinn reagan rhodes rida sawyer sinclair sloan tucker walker wilder 
wyatt bali krishan mohan moses abu mullah";
