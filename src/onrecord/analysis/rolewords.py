"""The lists that roles looks words up in: nouns for what somebody is, and words that rule a role out."""

from __future__ import annotations

from onrecord.analysis.namewords import HONORIFICS, PEERAGE, REGNAL, TITLES, listed

PERSONS = (TITLES - HONORIFICS - PEERAGE - REGNAL) | listed(
    """
    academic accountant activist administrator advocate ally apologist archaeologist archivist artist
    assistant associate astronomer athlete author banker barrister biographer biologist blogger bookkeeper
    bookseller breeder broadcaster broker builder businessman businesswoman butcher campaigner captain
    caretaker carpenter cellist champion chef chemist choreographer citizen clerk client coauthor colleague
    collector commentator composer congregant conservationist consultant contractor cook coordinator
    co-author co-chairman co-owner counterpart criminologist curator dancer dealer defendant defender
    demographer dentist deputy developer dissident doctor driver ecologist educator electrician employee
    entrepreneur epidemiologist evangelist exile expert farmer fellow firefighter fisherman forecaster
    forester forward friend fugitive gardener geologist graduate guard hairdresser heir holder homeopath
    hostage hunter husband immunologist inmate instructor interpreter inventor investor jockey journeyman
    jurist lecturer legislator liaison librarian linguist lobbyist magnate maker mathematician mediator
    merchant meteorologist midwife miner minister missionary monk mp musician nationalist naturalist
    neighbor neighbour neurologist neurosurgeon nun nurse nutritionist opponent organizer orthodontist
    orator painter paleontologist paralegal paramedic partner passenger pastor pathologist patient
    pediatrician pensioner pharmacist philanthropist philosopher physician pianist pitcher planner player
    playwright plumber poet politician pollster preacher predecessor prefect priest principal prisoner
    professor programmer promoter prosecutor protester psychiatrist psychologist publicist publisher qc
    quarterback radiologist rancher rapper reader rebel receptionist recruiter rector refugee registrar
    relative rep reporter resident retiree reviewer rival runner saleswoman salesman sailor scholar
    scientist sculptor secretary-general seismologist shareholder shopkeeper skipper sociologist soldier
    songwriter specialist spokesperson staffer statistician statesman stockbroker strategist student striker
    stylist successor superintendent supervisor supporter surveyor survivor suspect swimmer teammate
    technician tenant theologian therapist tory trader trainer translator traveler treasurer tutor tycoon
    undertaker urologist vet veteran veterinarian vicar victim violinist virologist volunteer waiter
    waitress warlord whistleblower winner witness woman worker zoologist co-host host hostess star goalie
    winger batsman bowler cyclist golfer sprinter boxer editor-in-chief aide-de-camp chargé
    commander-in-chief
    """
)
"""What a person may be, in the singular."""

RELATIVES = listed(
    """
    aunt boyfriend brother brother-in-law cousin daughter daughter-in-law father father-in-law fiance
    fiancee girlfriend grandfather grandmother granddaughter grandson half-brother husband mother
    mother-in-law nephew niece parent sister sister-in-law son son-in-law spouse stepfather stepmother
    stepson uncle widow widower wife
    """
)
"""What a person is to another: a role only where it is said to whom."""

BODIES = listed(
    """
    agency airline alliance arm association bank brewer brokerage builder carrier chain charity club
    coalition company concern conglomerate consortium consultancy contractor daily developer distributor
    division exporter firm foundation group grouping importer insurer institute investor lender lobby
    magazine maker manufacturer militia miner movement network newspaper operator organisation organization
    outlet owner party processor producer provider publication publisher refiner refinery retailer service
    society start-up startup steelmaker subsidiary supplier tabloid tank trust union unit utility website
    weekly
    """
)
"""What an organisation may be, in the singular."""

NO_ROLES = listed(
    """
    afternoon answer august barrier behavior border bother brother career center chapter character charter
    color computer corner corridor counter cover daughter december different dinner disaster disorder door
    either encounter error ever factor father favor fewer fiber finger floor flower former further german
    greater harbor harper higher honor however human husband inner labor larger later latter layer letter
    list longer lower major master matter minor mirror moreover mother motor murder neither never newer
    november number october offer older order other outer over paper peer pepper plaster poor power prior
    quarter rather reactor remainder river roman rumor sector senior september sister smaller stronger
    summer super surrender sweater tender terror theater together tower tractor transfer trigger tumor twist
    under upper water weather whatever whenever whether whoever winter wonder younger coffee committee
    degree guarantee jubilee fist waist wrist mist exist insist resist consist assist
    """
)
"""Words that end as roles do and are none."""

BEFORE = listed(
    """
    acting army assistant associate chief co current deputy designate district elected ex executive federal
    first former general incoming interim junior late lead leading local long-serving longtime long-time
    managing national new newly-elected one-time outgoing police permanent prominent provincial regional
    retired second senior shadow sometime special state then third top veteran vice
    """
)
"""Small words that stand before a title with a capital."""

DETERMINERS = listed("a an another her his its my one our that the their these this those your")
PREPOSITIONS = listed("about against among at based by during emeritus for from in near of on to under with within")
RELATIVES_OPEN = listed("that where which who whom whose when while")

STOPS = (
    DETERMINERS
    | (PREPOSITIONS - {"of", "for", "emeritus"})
    | RELATIVES_OPEN
    | listed(
        """
        according after all also although and any around as because before behind between both but
        despite each even except he here how i if including into it just last like many meanwhile more
        most next no nor not now only onto or over per she since so some still such than there they
        though through throughout thus today toward towards unlike until up upon via we what whether why
        without yesterday yet you him them me us monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november december
        """
    )
)
"""Words that no title reaches over."""

FINITE = listed(
    """
    accused acknowledged added admitted agreed announced are argued asked became began believes called came
    can claimed confirmed could declined denied did do does expects explained found gave got had has have
    held hopes insisted is kept knew left let made may met might must noted plans predicted put quoted ran
    recalled replied reported resigned said sat saw says sees sent should showed shows signed spoke stood
    suggested takes tells thinks thought told took urged wants warned was went were will won would wrote
    """
)
"""Verbs that a description never holds."""

PARTICIPLES = listed(
    """
    managing acting marketing manufacturing operating banking engineering founding ruling advertising mining
    housing trading planning purchasing shipping leading visiting consulting training nursing programming
    broadcasting casting existing sitting serving practising practicing
    """
)
"""Words in -ing that go before a noun of office."""
