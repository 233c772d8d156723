create function refuse_publication_change() returns trigger language plpgsql as $$
begin
  raise exception 'a publication never changes';
end $$;
--> statement-breakpoint
create trigger publications_immutable before update or delete on publications
  for each row execute function refuse_publication_change();
