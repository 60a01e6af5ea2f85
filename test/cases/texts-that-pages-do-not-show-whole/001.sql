CREATE TABLE public.objects (id bigint PRIMARY KEY);
ALTER TABLE public.objects ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON public.objects FOR SELECT USING (id > 0);
COMMENT ON TABLE public.objects IS 'From [the share](file:///srv/share)
<style>td { color: red }</style>';
